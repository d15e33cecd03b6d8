// SPDX-License-Identifier: GPL-3.0-or-later
// cloop-module-helper: builds, installs, loads and removes the kernel module, for administrators. See module_methods.h. A process of its own, because
// cloop-helper must have nothing of what building needs: a compiler, the right to load modules, folders of the system to write to.
//
// cloop-module-helper [SOURCES]: for the tests; instead of the folder that was installed.

#include "bus_service.h"
#include "module_methods.h"
#include "module_names.h"

#include <filesystem>

namespace {

std::string installed_sources() {
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    return (program.parent_path() / KMOD_SOURCES).lexically_normal();
}

} // namespace

int main(int argc, char **argv) {
    using namespace cloop::helper;
    BusService bus("cloop-module-helper");
    module::ModuleService service{.event = bus.event(), .gate = Gate(bus.event(), 0), .sources = argc > 1 ? argv[1] : installed_sources()};
    return bus.serve(module::bus_name, module::object_path, module::module_methods, &service, service.gate, 30 * second);
}
