// SPDX-License-Identifier: GPL-3.0-or-later
#include "owners.h"

#include "cloop_devices.h"

#include <sys/stat.h>

#include <fstream>

namespace cloop::helper {

Owners::Owners(std::string notes, std::string devices) : notes_(std::move(notes)), devices_(std::move(devices)) { ::mkdir(notes_.c_str(), 0755); }

unsigned long long Owners::sequence(int device) const {
    unsigned long long number = 0;
    std::ifstream(devices_ + '/' + device_name(device) + "/diskseq") >> number;
    return number;
}

bool Owners::note(int device, uid_t user) const {
    std::ofstream file(notes_ + '/' + device_name(device), std::ios::trunc);
    file << user << ' ' << sequence(device) << '\n';
    return file.flush().good();
}

std::optional<uid_t> Owners::owner(int device) const {
    uid_t user = 0;
    unsigned long long noted = 0;
    std::ifstream file(notes_ + '/' + device_name(device));
    if (!(file >> user >> noted) || noted == 0 || noted != sequence(device)) return std::nullopt;
    return user;
}

std::vector<Owners::Owned> Owners::all() const {
    std::vector<Owned> found;
    for (const int device : device_numbers(devices_))
        if (const auto user = owner(device)) found.push_back({device, *user});
    return found;
}

} // namespace cloop::helper
