// SPDX-License-Identifier: GPL-3.0-or-later
// cloop-helper: does, as root and for users whom polkit lets, what opening an image as a disc needs root for: it makes FUSE mounts that are attached
// nowhere, and attaches images to /dev/cloopN. See methods.h. Callers pass descriptors, never names of files.
//
// cloop-helper [TIME_LIMIT [IDLE_TIME]]: for the tests; in seconds.

#include "bus_service.h"
#include "cloop_devices.h"
#include "helper_names.h"
#include "methods.h"

#include <cstdlib>

int main(int argc, char **argv) {
    using namespace cloop::helper;
    const std::uint64_t time_limit = argc > 1 ? std::strtoull(argv[1], nullptr, 10) * second : 60 * second;
    // systemd lets a service open the devices of the drivers that were there when it began, so without the module it does not wait for later calls.
    const std::uint64_t patience = argc > 2 ? std::strtoull(argv[2], nullptr, 10) * second : device_numbers().empty() ? second : 30 * second;
    BusService bus("cloop-helper");
    Service service{.gate = Gate(bus.event(), time_limit), .owners = Owners()};
    return bus.serve(bus_name, object_path, methods, &service, service.gate, patience);
}
