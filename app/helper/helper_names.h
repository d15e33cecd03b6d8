// SPDX-License-Identifier: GPL-3.0-or-later
// What the service is called on the system bus, and the names of its errors. For the service and its clients.

#pragma once

namespace cloop::helper {

inline constexpr char bus_name[] = "org.cloopsmith.Helper1";
inline constexpr char object_path[] = "/org/cloopsmith/Helper1";
inline constexpr char interface_name[] = "org.cloopsmith.Helper1";

inline constexpr char invalid_args[] = "org.freedesktop.DBus.Error.InvalidArgs";
inline constexpr char access_denied[] = "org.freedesktop.DBus.Error.AccessDenied";
inline constexpr char limits_exceeded[] = "org.freedesktop.DBus.Error.LimitsExceeded";
inline constexpr char failed[] = "org.freedesktop.DBus.Error.Failed";                    ///< the text is the kernel's reason

inline constexpr char no_polkit[] = "org.cloopsmith.Error.NoPolkit";                     ///< nobody can say whether the caller may
inline constexpr char no_fuse[] = "org.cloopsmith.Error.NoFuse";                         ///< the kernel lacks it
inline constexpr char no_module[] = "org.cloopsmith.Error.NoModule";                     ///< there is no /dev/cloopN
inline constexpr char no_free_device[] = "org.cloopsmith.Error.NoFreeDevice";
inline constexpr char not_attached[] = "org.cloopsmith.Error.NotAttached";               ///< for Resume also: not suspended
inline constexpr char device_busy[] = "org.cloopsmith.Error.DeviceBusy";
inline constexpr char image_refused[] = "org.cloopsmith.Error.ImageRefused";             ///< the kernel's log says why
inline constexpr char already_suspended[] = "org.cloopsmith.Error.AlreadySuspended";
inline constexpr char has_partitions[] = "org.cloopsmith.Error.HasPartitions";           ///< so it can't be suspended
inline constexpr char timed_out[] = "org.cloopsmith.Error.TimedOut";                     ///< reading the image takes too long

} // namespace cloop::helper
