// SPDX-License-Identifier: GPL-3.0-or-later
// What the service for the kernel module is called on the system bus, and the names of its errors. For the service and its clients.

#pragma once

namespace cloop::helper::module {

inline constexpr char bus_name[] = "org.cloopsmith.Module1";
inline constexpr char object_path[] = "/org/cloopsmith/Module1";
inline constexpr char interface_name[] = "org.cloopsmith.Module1";

inline constexpr char busy[] = "org.cloopsmith.Error.Busy";                  ///< another call works
inline constexpr char missing[] = "org.cloopsmith.Error.Missing";            ///< what building needs; Status() says what
inline constexpr char packaged[] = "org.cloopsmith.Error.Packaged";          ///< the package manager has the sources, so it installs and removes
inline constexpr char build_failed[] = "org.cloopsmith.Error.BuildFailed";
inline constexpr char not_installed[] = "org.cloopsmith.Error.NotInstalled"; ///< not for this kernel
inline constexpr char key_rejected[] = "org.cloopsmith.Error.KeyRejected";   ///< Secure Boot: the kernel does not know the key of the signature
inline constexpr char in_use[] = "org.cloopsmith.Error.ModuleInUse";
// Also AccessDenied, LimitsExceeded, Failed and NoPolkit, as in helper_names.h.

} // namespace cloop::helper::module
