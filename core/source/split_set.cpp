#include "source/split_set.h"

#include "base/file_source.h"
#include "base/joined_source.h"
#include "image/split_parts.h"

#include <sys/stat.h>


namespace cloop {

namespace {

bool is_there(const std::string &path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

/// x.gz beside x.xz and log.2023 beside log.2024 are no sets: those begin with .000, or .a0, or .aa. Of x.001 the .000 may be lost.
bool has_begin(const std::set<std::size_t> &numbers) { return numbers.contains(0) || numbers.contains(1); }

/// The set that `path` stands for, if any.
std::optional<SplitName> set_of(const std::string &path) {
    if (!is_there(path)) {
        for (const SplitStyle style : {SplitStyle::numbered, SplitStyle::lettered}) {
            SplitName first{.base = path, .style = style};
            if (has_begin(part_numbers(first))) return first;
        }
    }
    auto name = parse_split_name(path);
    if (!name || name->number == 0) return name;
    const auto numbers = part_numbers(*name);
    return has_begin(numbers) && (numbers.size() > 1 || !is_there(path)) ? name : std::nullopt;
}

} // namespace

Result<std::vector<std::string>> parts_of(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::vector{path};
    const auto numbers = part_numbers(*set);
    if (numbers.empty()) return std::vector{path};
    // Without an .a0, split(1) has cut a whole image, and .aa holds the head.
    const bool begins_with_aa = set->style == SplitStyle::lettered && !numbers.contains(0);
    std::vector<std::string> paths;
    for (std::size_t number = begins_with_aa ? 1 : 0; number <= *numbers.rbegin(); ++number) {
        const std::string part = part_path({set->base, set->style, number});
        if (!numbers.contains(number)) return fail(ErrorCode::missing_part, path, part);
        paths.push_back(part);
    }
    return paths;
}

std::optional<std::string> next_part(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::nullopt;
    const auto numbers = part_numbers(*set);
    return numbers.empty() ? std::nullopt : std::optional(part_path({set->base, set->style, *numbers.rbegin() + 1}));
}

Result<SourcePtr> open_whole(const std::string &path) {
    auto paths = parts_of(path);
    if (!paths) return std::unexpected(std::move(paths).error());
    std::vector<SourcePtr> parts;
    for (const auto &part : *paths) {
        auto source = FileSource::open(part);
        if (!source) return std::unexpected(std::move(source).error());
        parts.push_back(std::move(*source));
    }
    if (parts.size() == 1) return std::move(parts.front());
    return std::make_shared<JoinedSource>(std::move(parts), path);
}

} // namespace cloop
