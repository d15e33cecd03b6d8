// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/module_client.h"

#include "attach/service_error.h"
#include "attach/system_bus.h"
#include "helper/module_names.h"

#include <sys/utsname.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace cloop {

namespace {

namespace names = helper::module;

constexpr std::array methods{"Install", "Load", "Unload", "Remove"};

BusMessage message_to(const char *method) { return {names::bus_name, names::object_path, names::interface_name, method}; }

/// What can be known without the service.
ModuleFacts facts_of_kernel() {
    ModuleFacts facts;
    utsname system{};
    ::uname(&system);
    facts.kernel = system.release;
    facts.is_loaded = std::filesystem::exists("/sys/module/cloop");
    std::ifstream in("/sys/module/cloop/version");
    std::getline(in, facts.loaded_version);
    return facts;
}

void take_over(ModuleFacts &facts, const std::string &name, BusFact value) {
    const auto take = [&](const char *key, auto &member) {
        if (name != key) return;
        if (auto *fitting = std::get_if<std::remove_reference_t<decltype(member)>>(&value)) member = std::move(*fitting);
    };
    take("version", facts.version);
    take("built-for", facts.built_for);
    take("headers", facts.has_headers);
    take("secure-boot", facts.has_secure_boot);
    take("signer", facts.signer);
    take("packaged", facts.is_packaged);
    take("missing", facts.missing);
}

ModuleFacts facts_in(BusMessage &status) {
    ModuleFacts facts = facts_of_kernel();
    for (auto &[name, value] : status.take_facts()) take_over(facts, name, std::move(value));
    return facts;
}

} // namespace

bool ModuleFacts::is_installed() const { return std::ranges::find(built_for, kernel) != built_for.end(); }

ModuleFacts module_facts(const std::stop_token &stop) {
    ModuleFacts facts = facts_of_kernel();
    auto bus = SystemBus::connect();
    if (!bus) {
        facts.no_service = bus.error();
        return facts;
    }
    auto status = bus->call(message_to("Status"), stop);
    if (status) return facts_in(*status);
    facts.no_service = service_error(status.error());
    return facts;
}

std::vector<std::string> packages_for(const ModuleFacts &facts) {
    std::vector<std::string> packages = facts.missing;
    std::ranges::replace(packages, "headers", "linux-headers-" + facts.kernel);
    return packages;
}

Status change_module(ModuleChange change, const std::function<void(const std::string &line)> &on_line, const std::stop_token &stop) {
    CLOOP_LET(bus, SystemBus::connect());
    // Anyone on the bus may send us signals. This starts the service, and tells which sender is it.
    auto status = bus.call(message_to("Status"), stop);
    if (!status) return std::unexpected(service_error(status.error()));
    const std::string service = status->sender();
    const auto done = bus.call(message_to(methods[static_cast<std::size_t>(change)]), stop, [&](BusMessage &signal) {
        if (signal.sender() == service && signal.is_signal(names::interface_name, "Line")) on_line(signal.take_text());
    });
    if (done) return {};
    Error error = service_error(done.error());
    if (error.code == ErrorCode::module_needs) {
        error.detail.clear();
        for (const auto &package : packages_for(facts_in(*status))) error.detail += (error.detail.empty() ? "" : " ") + package;
    }
    if (error.code == ErrorCode::system && change == ModuleChange::load) error.code = ErrorCode::module_not_loadable;
    return std::unexpected(std::move(error));
}

} // namespace cloop
