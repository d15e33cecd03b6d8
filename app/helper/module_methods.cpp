// SPDX-License-Identifier: GPL-3.0-or-later
#include "module_methods.h"

#include "helper_names.h"
#include "module_facts.h"
#include "module_names.h"

namespace cloop::helper::module {

namespace {

const char *action_of(const Call &) { return "org.cloopsmith.manage-module"; }

struct Plan {
    Refusal refusal;
    std::deque<Step> steps;
    std::optional<Step> undo = std::nullopt;
};

/// Makes DKMS forget all versions, and deletes the copies of their sources that it has made.
std::deque<Step> removal() {
    std::deque<Step> steps;
    for (const std::string &version : dkms_versions())
        steps.push_back({{"dkms", "remove", "cloop/" + version, "--all"}, failed, "/usr/src/cloop-" + version});
    return steps;
}

const Step unload{{"modprobe", "-r", "cloop"}, failed, {}};

Plan plan_install(const std::string &sources) {
    const Facts facts = facts_of(sources);
    if (facts.is_packaged) return {.refusal = {packaged, "a package has the sources"}};
    if (facts.version.empty()) return {.refusal = {failed, "the sources are not there"}};
    if (!facts.missing.empty()) return {.refusal = {missing, "Status says what is missing"}};
    const std::string module = "cloop/" + facts.version;
    Plan plan{.steps = removal(), .undo = Step{{"dkms", "remove", module, "--all"}, failed, "/usr/src/cloop-" + facts.version}};
    plan.steps.push_back({{"dkms", "add", "--force", sources}, failed, {}});
    plan.steps.push_back({{"dkms", "build", module, "-k", facts.kernel}, build_failed, {}});
    plan.steps.push_back({{"dkms", "install", module, "-k", facts.kernel}, failed, {}});
    return plan;
}

Plan plan_remove(const std::string &sources) {
    const Facts facts = facts_of(sources);
    if (facts.is_packaged) return {.refusal = {packaged, "a package has the sources"}};
    Plan plan{.steps = removal()};
    if (plan.steps.empty()) return {.refusal = {not_installed, "DKMS does not know it"}};
    if (facts.is_loaded) plan.steps.push_front(unload);
    return plan;
}

Plan plan_load(const std::string &) { return {.steps = {{{"modprobe", "cloop"}, failed, {}}}}; }
Plan plan_unload(const std::string &) { return {.steps = {unload}}; }

template <Plan (*plan_of)(const std::string &sources)> int on_action(sd_bus_message *message, void *data, sd_bus_error *) {
    auto &service = *static_cast<ModuleService *>(data);
    return service.gate.admit(message, action_of, [&service](Call &call) {
        if (service.action) return call.refuse({busy, "another call works"});
        Plan plan = plan_of(service.sources);
        if (plan.refusal.name) return call.refuse(plan.refusal);
        service.action = std::make_unique<ModuleAction>(service.event, service.gate, call, std::move(plan.steps), std::move(plan.undo),
                                                        [&service] { service.action.reset(); });
    });
}

int append(sd_bus_message *answer, const char *name, const std::string &text) {
    return sd_bus_message_append(answer, "{sv}", name, "s", text.c_str());
}
int append(sd_bus_message *answer, const char *name, bool flag) { return sd_bus_message_append(answer, "{sv}", name, "b", int{flag}); }
int append(sd_bus_message *answer, const char *name, const std::vector<std::string> &words) {
    int result = sd_bus_message_open_container(answer, 'e', "sv");
    if (result >= 0) result = sd_bus_message_append(answer, "s", name);
    if (result >= 0) result = sd_bus_message_open_container(answer, 'v', "as");
    if (result >= 0) result = sd_bus_message_open_container(answer, 'a', "s");
    for (const std::string &word : words)
        if (result >= 0) result = sd_bus_message_append(answer, "s", word.c_str());
    for (int i = 0; i < 3 && result >= 0; ++i) result = sd_bus_message_close_container(answer);
    return result;
}

/// Open to everyone.
int on_status(sd_bus_message *message, void *data, sd_bus_error *) {
    const Facts facts = facts_of(static_cast<ModuleService *>(data)->sources);
    sd_bus_message *answer = nullptr;
    int result = sd_bus_message_new_method_return(message, &answer);
    const Message owned(answer);
    if (result >= 0) result = sd_bus_message_open_container(answer, 'a', "{sv}");
    const auto add = [&](const char *name, const auto &value) {
        if (result >= 0) result = append(answer, name, value);
    };
    add("kernel", facts.kernel);
    add("version", facts.version);
    add("loaded", facts.is_loaded);
    add("loaded-version", facts.loaded_version);
    add("built-for", facts.built_for);
    add("headers", facts.has_headers);
    add("secure-boot", facts.has_secure_boot);
    add("signer", facts.signer);
    add("packaged", facts.is_packaged);
    add("missing", facts.missing);
    if (result >= 0) result = sd_bus_message_close_container(answer);
    return result < 0 ? result : sd_bus_send(nullptr, answer, nullptr);
}

} // namespace

const sd_bus_vtable module_methods[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD_WITH_ARGS("Install", SD_BUS_NO_ARGS, SD_BUS_NO_RESULT, on_action<plan_install>, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Remove", SD_BUS_NO_ARGS, SD_BUS_NO_RESULT, on_action<plan_remove>, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Load", SD_BUS_NO_ARGS, SD_BUS_NO_RESULT, on_action<plan_load>, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Unload", SD_BUS_NO_ARGS, SD_BUS_NO_RESULT, on_action<plan_unload>, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Status", SD_BUS_NO_ARGS, SD_BUS_RESULT("a{sv}", facts), on_status, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_SIGNAL_WITH_ARGS("Line", SD_BUS_ARGS("s", text), 0),
    SD_BUS_VTABLE_END,
};

} // namespace cloop::helper::module
