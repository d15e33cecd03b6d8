// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of org.cloopsmith.Helper1.
//
//   OpenFuse() → (h device, h mount)                 a FUSE mount that is attached nowhere: fuse_mount.h
//   Attach(ah parts, a{sv} options) → (s, h)         /dev/cloopN, and the device open for reading. Options: offset (t), size-limit (t), partitions
//   (b),
//                                                    until-last-close (b)
//   Detach(s), Suspend(s), Resume(s, ah parts)       of a /dev/cloopN
//   Status() → a(su)                                 the devices that were attached by this service, and the users who did

#pragma once

#include "gate.h"
#include "owners.h"

namespace cloop::helper {

struct Service {
    Gate gate;
    Owners owners;
};

/// To be added to the bus with a Service, which outlives it.
extern const sd_bus_vtable methods[];

} // namespace cloop::helper
