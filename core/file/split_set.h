// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a file or split set as one source.

#pragma once

#include "base/byte_source.h"
#include "file/split_name.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cloop {

/// Where the parts of a set are looked for: the system's folders, unless another place is given, such as a file system in an image.
class PartPlace {
public:
    virtual ~PartPlace() = default;
    virtual std::optional<std::uint64_t> size_of(const std::string &path) const = 0;  ///< none: there is no such file
    virtual std::set<std::size_t> part_numbers(const SplitName &name) const = 0;      ///< of all files named like parts of that set
};

/// Opens `path`. If it is named like a part of a split set (NAME.003, NAME.a0, NAME.ab, NAME.aab, NAME.02), or if it does not exist but the first
/// part of such a set does, all parts become one source. A set begins with .000, .001, .a0, .aa, .aaa, .00 or .01. Errors: parts_not_joined, if
/// split(1) made longer names than these; missing_part, which names the first missing part (a missing first part is reported only for archives,
/// because another NAME.02 may be a single file); those of FileSource.
Result<SourcePtr> open_whole(const std::string &path);

/// The paths of all parts that open_whole(path) would join; only `path` for a single file.
Result<std::vector<std::string>> parts_of(const std::string &path);
Result<std::vector<std::string>> parts_of(const std::string &path, const PartPlace &place);

/// The plain name of the set that `path` is a part of; `path` itself for a single file.
std::string name_without_part(const std::string &path);
std::string name_without_part(const std::string &path, const PartPlace &place);

/// The part that would follow the last one: missing if the set is too short. None for a single file.
std::optional<std::string> next_part(const std::string &path);

/// The first part, except the last, that is shorter than one before it: probably cut if the set is too short. None for a single file.
std::optional<std::string> short_part(const std::string &path);

/// Part 0 of a set that begins with number 1: probably missing if the set has no head or is not an archive. None for other sets.
std::optional<std::string> part_before(const std::string &path);
std::optional<std::string> part_before(const std::string &path, const PartPlace &place);

/// The archive that `path` is, or is a part of, judged by name: x.tar.gz for x.tar.gz and x.tar.gz.ab. None for other names, such as the signature
/// x.tar.gz.asc.
std::optional<std::string> archive_of(const std::string &path);

/// Another part beside `path`, if `path` is named like a part but read as a single file, because the first part is missing.
std::optional<std::string> neighbour_of_lone_part(const std::string &path);

/// The reason why an archive can't be read: `error`, or missing_part if it seems not to be an archive and its part 0 may be missing.
Error with_lost_part(Error error, const std::string &path);

} // namespace cloop
