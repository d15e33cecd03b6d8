// SPDX-License-Identifier: GPL-3.0-or-later
#include "module_facts.h"

#include "running_program.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace cloop::helper::module {

namespace {

namespace fs = std::filesystem;

const fs::path dkms_tree = "/var/lib/dkms/cloop";

std::vector<std::string> folders_in(const fs::path &folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error))
        if (entry.is_directory(error) && !entry.is_symlink(error)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

std::string first_line(const fs::path &file) {
    std::string line;
    std::ifstream in(file);
    std::getline(in, line);
    return line;
}

/// As in PACKAGE_VERSION="6.0".
std::string version_in(const fs::path &configuration) {
    constexpr std::string_view key = "PACKAGE_VERSION=\"";
    std::ifstream in(configuration);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(key)) return line.substr(key.size(), line.find('"', key.size()) - key.size());
    return {};
}

/// efivarfs: four bytes of attributes, then the value.
bool has_secure_boot() {
    char bytes[5] = {};
    std::ifstream in("/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c", std::ios::binary);
    return in.read(bytes, sizeof bytes) && bytes[4] == 1;
}

bool has_program(const std::string &name) {
    return std::ranges::any_of(program_folders, [&](const char *folder) { return ::access((fs::path(folder) / name).c_str(), X_OK) == 0; });
}

/// gcc, or gcc-14: Debian 13's headers bring the compiler that they want, without that name.
bool has_compiler() {
    std::error_code error;
    for (const char *folder : program_folders)
        for (const auto &entry : fs::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename();
            if (name == "gcc" || (name.starts_with("gcc-") && name.find_first_not_of("0123456789", 4) == name.npos)) return true;
        }
    return false;
}

} // namespace

std::vector<std::string> dkms_versions() {
    auto versions = folders_in(dkms_tree);
    std::erase_if(versions, [](const std::string &name) { return name.starts_with("kernel-"); });
    return versions;
}

Facts facts_of(const std::string &sources) {
    Facts facts;
    utsname system{};
    ::uname(&system);
    facts.kernel = system.release;
    facts.version = version_in(fs::path(sources) / "dkms.conf");
    facts.is_loaded = fs::exists("/sys/module/cloop");
    facts.loaded_version = first_line("/sys/module/cloop/version");
    // VERSION/KERNEL/ARCHITECTURE/module
    for (const auto &version : dkms_versions())
        for (const auto &kernel : folders_in(dkms_tree / version))
            for (const auto &architecture : folders_in(dkms_tree / version / kernel))
                if (fs::exists(dkms_tree / version / kernel / architecture / "module") &&
                    std::ranges::find(facts.built_for, kernel) == facts.built_for.end())
                    facts.built_for.push_back(kernel);
    facts.has_headers = fs::exists("/lib/modules/" + facts.kernel + "/build/Makefile");
    facts.has_secure_boot = has_secure_boot();
    facts.signer = output_of({"modinfo", "-F", "signer", "cloop"});
    if (has_program("dpkg-query")) facts.is_packaged = !output_of({"dpkg-query", "-S", "/usr/src/cloop-*/dkms.conf"}).empty();
    for (const char *name : {"dkms", "make", "openssl"})
        if (!has_program(name)) facts.missing.push_back(name);
    if (!has_compiler()) facts.missing.push_back("gcc");
    if (!facts.has_headers) facts.missing.push_back("headers");
    return facts;
}

} // namespace cloop::helper::module
