// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/libisofs_api.h"

namespace cloop {

Error libisofs_error(int code, const std::string &name) {
    if (code == static_cast<int>(ISO_OUT_OF_MEM)) return {.code = ErrorCode::out_of_memory, .subject = name};
    if (code == static_cast<int>(ISO_RR_PATH_TOO_LONG)) return {.code = ErrorCode::link_too_long, .subject = name};
    const char *text = iso_error_to_msg(code);
    return {.code = ErrorCode::tree_refused, .subject = name, .detail = text ? text : std::to_string(code)};
}

Status start_libisofs() {
    // The loaded library may be older than the one at build time.
    if (!iso_lib_is_compatible(1, 5, 6)) return fail(ErrorCode::library_too_old, {}, "libisofs 1.5.6");
    static const int started = [] {
        const int result = iso_init();
        if (result < 0) return result;
        iso_set_msgs_severities(const_cast<char *>("NEVER"), const_cast<char *>("NEVER"), const_cast<char *>(""));
        return iso_set_local_charset(const_cast<char *>("UTF-8"), 0);
    }();
    if (started < 0) return std::unexpected(libisofs_error(started, {}));
    return {};
}

} // namespace cloop
