// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace cloop {

Error system_error(int sys, ErrorCode otherwise, std::string_view subject) {
    ErrorCode code = otherwise;
    switch (sys) {
    case ENOENT: code = ErrorCode::not_found; break;
    case EACCES:
    case EPERM:
    case EROFS: code = ErrorCode::no_permission; break;
    case EEXIST: code = ErrorCode::already_exists; break;
    case EISDIR: code = ErrorCode::is_a_directory; break;
    case ENOTDIR: code = ErrorCode::not_a_directory; break;
    case ENOSPC:
    case EDQUOT: code = ErrorCode::no_space; break;
    case EFBIG: code = ErrorCode::file_too_large; break;
    case EMFILE:
    case ENFILE: code = ErrorCode::system; break;
    case ENOMEM: code = ErrorCode::out_of_memory; break;
    default: break;
    }
    return Error{.code = code, .sys = sys, .subject = std::string(subject)};
}

} // namespace cloop
