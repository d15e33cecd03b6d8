#include "source/split_set.h"

#include "base/file_source.h"
#include "base/joined_source.h"
#include "base/new_file.h"
#include "format/split_name.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

namespace cloop {

namespace {

bool is_there(const std::string &path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

/// The numbers of all parts in the folder that belong to `name`'s set.
std::set<std::size_t> numbers_of(const SplitName &name) {
    std::set<std::size_t> numbers;
    const auto slash = name.base.rfind('/');
    const std::string prefix = slash == std::string::npos ? "" : name.base.substr(0, slash + 1);
    DIR *folder = ::opendir(folder_of(name.base).c_str());
    if (!folder) return numbers;
    while (const dirent *entry = ::readdir(folder)) {
        const auto part = parse_split_name(prefix + entry->d_name);
        if (part && part->base == name.base && part->style == name.style) numbers.insert(part->number);
    }
    ::closedir(folder);
    return numbers;
}

/// The set that `path` stands for, if any.
std::optional<SplitName> set_of(const std::string &path) {
    if (!is_there(path)) {
        for (const SplitStyle style : {SplitStyle::numbered, SplitStyle::lettered}) {
            SplitName first{.base = path, .style = style};
            if (is_there(part_path(first))) return first;
        }
    }
    auto name = parse_split_name(path);
    // One file that happens to be called x.ab or x.123 is no set.
    if (name && numbers_of(*name).size() + (is_there(path) ? 0 : 1) < 2 && name->number != 0) return std::nullopt;
    return name;
}

} // namespace

Result<std::vector<std::string>> parts_of(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::vector{path};
    const auto numbers = numbers_of(*set);
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
