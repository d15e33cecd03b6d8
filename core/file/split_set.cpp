// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/split_set.h"

#include "file/archive_name.h"
#include "file/file_source.h"
#include "file/joined_source.h"
#include "file/split_parts.h"

#include <sys/stat.h>

#include <algorithm>

namespace cloop {

namespace {

/// The system's folders.
class Folders final : public PartPlace {
public:
    std::optional<std::uint64_t> size_of(const std::string &path) const override {
        struct stat status {};
        return ::stat(path.c_str(), &status) == 0 ? std::optional(static_cast<std::uint64_t>(status.st_size)) : std::nullopt;
    }
    std::set<std::size_t> part_numbers(const SplitName &name) const override { return cloop::part_numbers(name); }
};

bool is_there(const std::string &path, const PartPlace &place) { return place.size_of(path).has_value(); }

struct Style {
    SplitStyle style;
    std::size_t digits;
};
constexpr Style styles[] = {{SplitStyle::numbered, 3}, {SplitStyle::lettered, 3}, {SplitStyle::numbered, 2}, {SplitStyle::lettered, 2}};

SplitName first_of(const std::string &base, Style of) { return {.base = base, .style = of.style, .digits = of.digits}; }

/// x.tar.gz counts as a part of x.tar only if x.tar.gy exists too; else it is a separate archive.
std::set<std::size_t> parts_there(const SplitName &name, const PartPlace &place) {
    std::set<std::size_t> numbers = place.part_numbers(name);
    std::erase_if(numbers, [&, before = numbers](std::size_t number) {
        return number > 1 && !before.contains(number - 1) && is_archive_name(part_path({name.base, name.style, name.digits, number}));
    });
    return numbers;
}

/// A set begins with the number 0 or 1, so x.gz beside x.xz, and log.2023 beside log.2024, are not sets.
bool has_begin(const std::set<std::size_t> &numbers) { return numbers.contains(0) || numbers.contains(1); }

/// Two digits alone don't prove a set, because notes.01 and notes.02 may be unrelated.
bool is_weak(const SplitName &name) { return name.style == SplitStyle::numbered && name.digits == 2; }

/// split(1) makes all parts except the last equally large.
bool are_cut_evenly(SplitName name, const std::set<std::size_t> &numbers, const PartPlace &place) {
    std::optional<std::uint64_t> size;
    for (const std::size_t number : numbers) {
        name.number = number;
        const auto now = place.size_of(part_path(name));
        if (!now) return false;
        if (!size) size = now;
        if (number == *numbers.rbegin() ? *now > *size : *now != *size) return false;
    }
    return true;
}

bool is_set(const SplitName &name, const std::set<std::size_t> &numbers, const PartPlace &place) {
    return has_begin(numbers) && (!is_weak(name) || are_cut_evenly(name, numbers, place));
}

/// The set that `path` stands for, if any.
std::optional<SplitName> set_of(const std::string &path, const PartPlace &place = Folders()) {
    if (!is_there(path, place)) {
        for (const Style &style : styles)
            if (const SplitName first = first_of(path, style); is_set(first, parts_there(first, place), place)) return first;
    }
    auto name = parse_split_name(path);
    if (!name || (name->number == 0 && !is_weak(*name))) return name;
    const auto numbers = parts_there(*name, place);
    if (is_archive_name(path) && !numbers.contains(name->number)) return std::nullopt;
    return is_set(*name, numbers, place) && (numbers.size() > 1 || !is_there(path, place)) ? name : std::nullopt;
}

/// Archives may be numbered for other reasons (x.tar.2023, x.tar.2024), so files that begin with a higher number are not a set.
constexpr std::size_t most_lost_parts = 25;

bool is_archive_set(const std::set<std::size_t> &numbers) { return !numbers.empty() && *numbers.begin() <= most_lost_parts + 1; }

/// The first part of an archive, if it is missing while later ones exist.
std::optional<std::string> lost_first_part(const std::string &path, const PartPlace &place) {
    std::vector<SplitName> possible;
    if (!is_archive_name(path)) {
        if (const auto name = parse_split_name(path); name && is_archive_name(name->base)) possible.push_back(*name);
    } else if (!is_there(path, place)) {
        for (const Style &style : styles) possible.push_back(first_of(path, style));
    }
    for (SplitName &name : possible) {
        const auto numbers = parts_there(name, place);
        if (!is_archive_set(numbers) || has_begin(numbers)) continue;
        name.number = 1;
        return part_path(name);
    }
    return std::nullopt;
}

/// The part after the last one with two or three characters: without -a, split(1) then makes longer names.
std::optional<std::string> widened_part(const SplitName &last, const PartPlace &place) {
    const bool is_lettered = last.style == SplitStyle::lettered;
    std::string next;
    if (is_lettered && last.digits == 2 && last.number == 25 * 26) next = ".zaaa";
    if (is_lettered && last.digits == 3 && last.number == 25 * 26 * 26) next = ".zaaaa";
    if (!is_lettered && last.digits == 2 && last.number == 89) next = ".9000";
    return !next.empty() && is_there(last.base + next, place) ? std::optional(last.base + next) : std::nullopt;
}

/// The previous or next part, if `path` is named as by split -a 4 or longer: only letters, or a number with leading zeros.
std::optional<std::string> longer_named_neighbour(const std::string &path, const PartPlace &place) {
    const auto dot = path.rfind('.');
    const std::size_t length = dot == path.npos ? 0 : path.size() - dot - 1;
    const auto are_between = [&](char low, char high) {
        return std::all_of(path.end() - static_cast<std::ptrdiff_t>(length), path.end(), [&](char c) { return c >= low && c <= high; });
    };
    if (length < 4 || !(are_between('a', 'z') || (path[dot + 1] == '0' && are_between('0', '9')))) return std::nullopt;
    for (const int step : {1, -1}) {
        std::string other = path;
        other.back() = static_cast<char>(other.back() + step);
        if (is_there(other, place)) return other;
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<std::string>> parts_of(const std::string &path) { return parts_of(path, Folders()); }

Result<std::vector<std::string>> parts_of(const std::string &path, const PartPlace &place) {
    const auto set = set_of(path, place);
    if (const auto first = set ? std::nullopt : lost_first_part(path, place)) return fail(ErrorCode::missing_part, path, *first);
    if (const auto other = set ? std::nullopt : longer_named_neighbour(path, place)) return fail(ErrorCode::parts_not_joined, path, *other);
    if (!set) return std::vector{path};
    const auto numbers = parts_there(*set, place);
    if (numbers.empty()) return std::vector{path};
    if (const auto other = widened_part({set->base, set->style, set->digits, *numbers.rbegin()}, place))
        return fail(ErrorCode::parts_not_joined, path, *other);
    std::vector<std::string> paths;
    // Without an .a0 or .000, the whole image was cut, and .aa or .001 holds the head.
    for (std::size_t number = numbers.contains(0) ? 0 : 1; number <= *numbers.rbegin(); ++number) {
        const std::string part = part_path({set->base, set->style, set->digits, number});
        if (!numbers.contains(number)) return fail(ErrorCode::missing_part, path, part);
        paths.push_back(part);
    }
    return paths;
}

std::string name_without_part(const std::string &path) { return name_without_part(path, Folders()); }

std::string name_without_part(const std::string &path, const PartPlace &place) {
    const auto set = set_of(path, place);
    return set ? set->base : path;
}

std::optional<std::string> next_part(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::nullopt;
    const auto numbers = parts_there(*set, Folders());
    return numbers.empty() ? std::nullopt : std::optional(part_path({set->base, set->style, set->digits, *numbers.rbegin() + 1}));
}

std::optional<std::string> short_part(const std::string &path) {
    const auto parts = parts_of(path);
    if (!parts || parts->size() < 3) return std::nullopt;
    off_t longest = 0;
    for (auto part = parts->begin(); part != parts->end() - 1; ++part) {
        // The first part of an old set (.a0) holds only head and index, so the second may be longer.
        struct stat status {};
        if (::stat(part->c_str(), &status) != 0 || status.st_size < longest) return *part;
        longest = status.st_size;
    }
    return std::nullopt;
}

std::optional<std::string> part_before(const std::string &path) { return part_before(path, Folders()); }

std::optional<std::string> part_before(const std::string &path, const PartPlace &place) {
    const auto set = set_of(path, place);
    if (!set || set->style == SplitStyle::lettered || parts_there(*set, place).contains(0)) return std::nullopt;
    return part_path({set->base, set->style, set->digits, 0});
}

std::optional<std::string> archive_of(const std::string &path) {
    if (is_archive_name(path)) return path;
    const auto name = parse_split_name(path);
    return name && is_archive_name(name->base) && is_archive_set(parts_there(*name, Folders())) ? std::optional(name->base) : std::nullopt;
}

std::optional<std::string> neighbour_of_lone_part(const std::string &path) {
    auto name = parse_split_name(path);
    if (!name || set_of(path)) return std::nullopt;
    const auto numbers = parts_there(*name, Folders());
    for (const std::size_t number : {name->number + 1, name->number - 1})
        if (numbers.contains(number)) return part_path({name->base, name->style, name->digits, number});
    return std::nullopt;
}

Error with_lost_part(Error error, const std::string &path) {
    const auto part = error.code == ErrorCode::no_archive ? part_before(path) : std::nullopt;
    return part ? Error{.code = ErrorCode::missing_part, .subject = path, .detail = *part} : error;
}

Result<SourcePtr> open_whole(const std::string &path) {
    CLOOP_LET(paths, parts_of(path));
    std::vector<SourcePtr> parts;
    for (const auto &part : paths) {
        CLOOP_LET(source, FileSource::open(part));
        parts.push_back(std::move(source));
    }
    if (parts.size() == 1) return std::move(parts.front());
    return std::make_shared<JoinedSource>(std::move(parts), path);
}

} // namespace cloop
