// A file that may be one of several parts, opened as the whole.

#pragma once

#include "base/byte_source.h"

#include <optional>
#include <string>
#include <vector>

namespace cloop {

/// Opens `path`. Where it is named like a part of a split set (NAME.003, NAME.a0, NAME.ab), or where it does not exist but
/// NAME.000 or NAME.a0 does, all parts become one source.
/// Errors: missing_part, which names the first part that is not there while a later one is; those of FileSource.
Result<SourcePtr> open_whole(const std::string &path);

/// The paths of all parts that open_whole(path) would join; just `path` where it is no split set.
Result<std::vector<std::string>> parts_of(const std::string &path);

/// The part that would follow the last one there: what is missing where the whole is too short. None where `path` is no split set.
std::optional<std::string> next_part(const std::string &path);

} // namespace cloop
