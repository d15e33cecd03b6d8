// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a root file system that a live disc is made by: modules.dep, modules.alias, a module, os-release, a kernel as an EFI program.

#include "live/boot_facts.h"
#include "live/kernel_modules.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace cloop;

namespace {

/// Each module is one of the table, and comes once.
void check_closure(const ModuleTable &table) {
    const auto wanted = modules_of_live_disc();
    const auto paths = table.closure(wanted);
    auto sorted = paths;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end()) std::abort();
    for (const std::string &path : paths)
        if (!table.has(module_name(path))) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto bytes = std::as_bytes(std::span(data, size));
    const ModuleTable table(text);
    check_closure(table);
    (void)kinds_without_driver(table, text);
    const auto paths = table.closure(modules_of_live_disc());
    if (aliases_of(text, paths).size() > size + 1) std::abort();
    for (const std::string &name : needs_of_module(bytes))
        if (name.empty() || name.size() > size) std::abort();
    if (const std::string name = pretty_name(text); name.find('\n') != name.npos || name.size() > size) std::abort();
    (void)has_signature(bytes);
    return 0;
}
