// SPDX-License-Identifier: GPL-3.0-or-later
// What the system has of the kernel module, and of what building it needs.

#pragma once

#include <string>
#include <vector>

namespace cloop::helper::module {

struct Facts {
    std::string kernel;                    ///< that runs
    std::string version;                   ///< of the sources that came with the program; empty: they are not there
    bool is_loaded = false;
    std::string loaded_version;
    std::vector<std::string> built_for;    ///< kernels for which DKMS has built it
    bool has_headers = false;              ///< of the kernel that runs
    bool has_secure_boot = false;
    std::string signer;                    ///< of the module that would be loaded; empty: nobody, or there is none
    bool is_packaged = false;              ///< the package manager has put sources of it into /usr/src
    std::vector<std::string> missing;      ///< programs that building needs, and "headers"
};

/// `sources`: the folder with dkms.conf.
Facts facts_of(const std::string &sources);

/// Versions of the module that DKMS knows.
std::vector<std::string> dkms_versions();

} // namespace cloop::helper::module
