// SPDX-License-Identifier: GPL-3.0-or-later
// A file that may be one of several parts, opened as the whole.

#pragma once

#include "base/byte_source.h"

#include <optional>
#include <string>
#include <vector>

namespace cloop {

/// Opens `path`. Where it is named like a part of a split set (NAME.003, NAME.a0, NAME.ab, NAME.aab, NAME.02), or where it does not
/// exist but the first part of a set does, all parts become one source. A set begins with .000, .001, .a0, .aa, .aaa, .00 or .01.
/// Errors: parts_not_joined, where split(1) made the names longer than these; missing_part, which names the first part that is not there while a
/// later one is (the very first of an archive alone: elsewhere NAME.02 may be a file of its own); those of FileSource.
Result<SourcePtr> open_whole(const std::string &path);

/// The paths of all parts that open_whole(path) would join; just `path` where it is a single file.
Result<std::vector<std::string>> parts_of(const std::string &path);

/// The part that would follow the last one there: the missing one where the whole is too short. None where `path` is a single file.
std::optional<std::string> next_part(const std::string &path);

/// The first part that is shorter than one before it, though others follow: it was cut off where the whole is too short. None where `path` is a
/// single file.
std::optional<std::string> short_part(const std::string &path);

/// The part 0 that a set may have lost where it begins with number 1: what is missing where the whole has no head,
/// or is not an archive. None elsewhere.
std::optional<std::string> part_before(const std::string &path);

/// The archive, by its name, that `path` is or is a part of: x.tar.gz for x.tar.gz and x.tar.gz.ab. None where it is something else, such as
/// the signature x.tar.gz.asc.
std::optional<std::string> archive_of(const std::string &path);

/// Another part beside `path`, which is named like a part and yet taken by itself, since the first one is not there.
std::optional<std::string> neighbour_of_lone_part(const std::string &path);

/// Why an archive can't be read: where it seems to be none, the part 0 that it may have lost is missing.
Error with_lost_part(Error error, const std::string &path);

} // namespace cloop
