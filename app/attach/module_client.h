// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel module on this computer: what is there of it, and changes of that by our service org.cloopsmith.Module1.

#pragma once

#include "base/error.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

struct ModuleFacts {
    std::optional<Error> no_service{};     ///< why the service does not answer; then only `kernel` and what is loaded are known
    std::string kernel{};                  ///< that runs
    std::string version{};                 ///< of the sources that came with the program; empty: there are none
    bool is_loaded = false;
    std::string loaded_version{};
    std::vector<std::string> built_for{};  ///< kernels for which DKMS has built it
    bool has_headers = false;              ///< of the kernel that runs
    bool has_secure_boot = false;
    std::string signer{};                  ///< of the module that would be loaded; empty: nobody, or there is none
    bool is_packaged = false;              ///< the package manager installs and removes it
    std::vector<std::string> missing{};    ///< programs that building needs, and "headers"

    bool is_installed() const;             ///< for the kernel that runs
};

/// Waits for the service, which may have to be started.
ModuleFacts module_facts(const std::stop_token &stop);

/// The packages of Debian and its like that bring what is missing.
std::vector<std::string> packages_for(const ModuleFacts &facts);

enum class ModuleChange { install, load, unload, remove };

/// Ends when the service is done, or when `stop` is requested; then the service goes on, unless it still waits for a password. `on_line`: takes each
/// command that runs, and what it writes, in this thread. Errors: no_system_bus, helper_missing; polkit_missing, not_authorized, no_agent;
/// service_busy; cancelled; module_needs, with the packages; module_build_failed, module_not_signed, module_not_loadable, module_busy; system, with
/// the service's words.
Status change_module(ModuleChange change, const std::function<void(const std::string &line)> &on_line, const std::stop_token &stop);

} // namespace cloop
