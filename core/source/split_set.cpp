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

/// x.gz beside x.xz and log.2023 beside log.2024 are no sets: those begin with the number 0 or 1.
bool has_begin(const std::set<std::size_t> &numbers) { return numbers.contains(0) || numbers.contains(1); }

/// Two digits are a weak sign, which notes.01 beside notes.02 have too.
bool is_weak(const SplitName &name) { return name.style == SplitStyle::numbered && name.digits == 2; }

/// split(1) makes all parts but the last of one size.
bool are_cut_evenly(SplitName name, const std::set<std::size_t> &numbers) {
    std::optional<off_t> size;
    for (const std::size_t number : numbers) {
        name.number = number;
        struct stat status {};
        if (::stat(part_path(name).c_str(), &status) != 0) return false;
        if (!size) size = status.st_size;
        if (number == *numbers.rbegin() ? status.st_size > *size : status.st_size != *size) return false;
    }
    return true;
}

bool is_set(const SplitName &name, const std::set<std::size_t> &numbers) {
    return has_begin(numbers) && (!is_weak(name) || are_cut_evenly(name, numbers));
}

/// The set that `path` stands for, if any.
std::optional<SplitName> set_of(const std::string &path) {
    if (!is_there(path)) {
        for (const std::size_t digits : {3u, 2u})
            for (const SplitStyle style : {SplitStyle::numbered, SplitStyle::lettered}) {
                const SplitName first{.base = path, .style = style, .digits = digits};
                if (is_set(first, part_numbers(first))) return first;
            }
    }
    auto name = parse_split_name(path);
    if (!name || (name->number == 0 && !is_weak(*name))) return name;
    const auto numbers = part_numbers(*name);
    return is_set(*name, numbers) && (numbers.size() > 1 || !is_there(path)) ? name : std::nullopt;
}

} // namespace

Result<std::vector<std::string>> parts_of(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::vector{path};
    const auto numbers = part_numbers(*set);
    if (numbers.empty()) return std::vector{path};
    std::vector<std::string> paths;
    // Without an .a0 or .000, the whole image was cut, and .aa or .001 holds the head.
    for (std::size_t number = numbers.contains(0) ? 0 : 1; number <= *numbers.rbegin(); ++number) {
        const std::string part = part_path({set->base, set->style, set->digits, number});
        if (!numbers.contains(number)) return fail(ErrorCode::missing_part, path, part);
        paths.push_back(part);
    }
    return paths;
}

std::optional<std::string> next_part(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::nullopt;
    const auto numbers = part_numbers(*set);
    return numbers.empty() ? std::nullopt : std::optional(part_path({set->base, set->style, set->digits, *numbers.rbegin() + 1}));
}

std::optional<std::string> part_before(const std::string &path) {
    const auto set = set_of(path);
    if (!set || set->style == SplitStyle::lettered || part_numbers(*set).contains(0)) return std::nullopt;
    return part_path({set->base, set->style, set->digits, 0});
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
