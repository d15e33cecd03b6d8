// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of org.cloopsmith.Module1. While one of the first four works, what its programs write comes to the caller as signals Line(s).
//
//   Install()                 builds the module for the kernel that runs, with DKMS, which from then on does so for each kernel that is installed
//   Remove()                  unloads it, and makes DKMS forget it
//   Load(), Unload()
//   Status() → a{sv}          module_facts.h: kernel, version, loaded (b), loaded-version, built-for (as), headers (b), secure-boot (b), signer,
//                             packaged (b), missing (as)

#pragma once

#include "gate.h"
#include "module_action.h"

#include <memory>

namespace cloop::helper::module {

struct ModuleService {
    sd_event *event;
    Gate gate;
    std::string sources;  ///< the folder with dkms.conf
    std::unique_ptr<ModuleAction> action = nullptr;
};

/// To be added to the bus with a ModuleService, which outlives it.
extern const sd_bus_vtable module_methods[];

} // namespace cloop::helper::module
