// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/service_error.h"

#include "helper/helper_names.h"
#include "helper/module_names.h"

#include <algorithm>
#include <iterator>

namespace cloop {

namespace {

namespace module = helper::module;

struct KnownFailure {
    std::string_view name;
    ErrorCode code;
};
constexpr KnownFailure known_failures[] = {
    {helper::no_polkit, ErrorCode::polkit_missing},
    {helper::access_denied, ErrorCode::not_authorized},
    {"org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", ErrorCode::no_agent},
    {helper::limits_exceeded, ErrorCode::service_busy},
    {helper::no_fuse, ErrorCode::fuse_missing},
    {helper::no_module, ErrorCode::no_device},
    {helper::no_free_device, ErrorCode::no_free_device},
    {helper::not_attached, ErrorCode::not_attached},
    {helper::device_busy, ErrorCode::device_busy},
    {helper::image_refused, ErrorCode::image_refused},
    {helper::already_suspended, ErrorCode::already_suspended},
    {helper::has_partitions, ErrorCode::device_has_partitions},
    {module::busy, ErrorCode::service_busy},
    {module::missing, ErrorCode::module_needs},
    {module::build_failed, ErrorCode::module_build_failed},
    {module::not_installed, ErrorCode::module_not_loadable},
    {module::key_rejected, ErrorCode::module_not_signed},
    {module::in_use, ErrorCode::module_busy},
};

} // namespace

Error service_error(const BusFailure &failure, const std::string &subject) {
    if (failure.name.empty()) return {.code = ErrorCode::cancelled};
    if (failure.is_missing_service()) return {.code = ErrorCode::helper_missing, .detail = failure.message};
    const auto known = std::ranges::find_if(known_failures, [&](const auto &one) { return failure.is(one.name); });
    return {.code = known == std::end(known_failures) ? ErrorCode::system : known->code,
            .subject = subject,
            .detail = failure.message.empty() ? failure.name : failure.message};
}

} // namespace cloop
