// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/split_parts.h"

#include "file/held_folder.h"

#include <sys/stat.h>

namespace cloop {

namespace {

/// For a folder that may be entered but not listed. Tolerates a single missing part, so that the caller can report it.
std::set<std::size_t> probed_numbers(int folder, SplitName name) {
    std::set<std::size_t> numbers;
    struct stat status {};
    const bool has_zero = name.style == SplitStyle::numbered || name.digits == 2;
    for (std::size_t number = has_zero ? 0 : 1, end = 2; number <= end; ++number) {
        name.number = number;
        if (::fstatat(folder, name_of(part_path(name)).c_str(), &status, 0) != 0) continue;
        numbers.insert(number);
        end = number + 2;
    }
    return numbers;
}

} // namespace

std::set<std::size_t> part_numbers(const SplitName &name) {
    const auto folder = hold_folder(folder_of(name.base));
    return folder ? part_numbers((*folder)->get(), name) : std::set<std::size_t>();
}

std::set<std::size_t> part_numbers(int folder, const SplitName &name) {
    const auto names = names_in(folder);
    if (!names) return probed_numbers(folder, name);
    std::set<std::size_t> numbers;
    const std::string place = name.base.substr(0, name.base.size() - name_of(name.base).size());
    for (const std::string &there : *names) {
        const auto part = parse_split_name(place + there);
        if (part && part->is_of_one_set(name)) numbers.insert(part->number);
    }
    return numbers;
}

} // namespace cloop
