// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archive_tree.h"

#include <algorithm>
#include <ranges>

namespace cloop {

namespace {

constexpr std::size_t deepest = 1000;         ///< nested folders; file systems accept no deeper path
constexpr std::size_t longest_path = 65536;   ///< bytes
constexpr std::size_t longest_target = 4095;  ///< bytes; Linux's limit
constexpr int most_links = 40;                ///< on the path of one entry, as in Linux

std::vector<std::string> components_of(std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        path = slash == path.npos ? std::string_view() : path.substr(slash + 1);
        if (!name.empty() && name != ".") names.emplace_back(name);
    }
    return names;
}

/// The components of an entry's name, without those that lead out.
Result<std::vector<std::string>> names_of(std::string_view path) {
    if (path.size() > longest_path) return fail(ErrorCode::entry_name_too_long);
    auto names = components_of(path);
    std::erase(names, "..");
    if (names.size() > deepest) return fail(ErrorCode::folders_too_deep);
    return names;
}

} // namespace

std::string archive_path(std::string_view name) {
    std::string path;
    for (const auto &part : names_of(name).value_or(std::vector<std::string>{})) path += (path.empty() ? "" : "/") + part;
    return path;
}

Status ArchiveTree::add(const ArchiveEntry &entry, int number) {
    ++entries_;
    CLOOP_LET(names, names_of(entry.path));
    const bool is_directory = S_ISDIR(entry.attributes.mode);
    if (names.empty()) {
        if (!is_directory) return fail(ErrorCode::entry_unnamed);
        directories_[root].attributes = entry.attributes;
        return {};
    }
    Node node{.attributes = entry.attributes, .size = entry.size, .number = number, .link_target = entry.link_target};
    if (node.link_target.size() > longest_target) return fail(ErrorCode::link_too_long);
    if (!entry.hard_link.empty()) {
        CLOOP_LET(target_names, names_of(entry.hard_link));
        if (target_names.empty()) return fail(ErrorCode::hard_link_to_folder);
        auto key = resolve(target_names, Missing::refused);
        if (!key && key.error().code == ErrorCode::hard_link_broken) return fail(ErrorCode::hard_link_broken, {}, entry.hard_link);
        if (!key) return std::unexpected(std::move(key).error());
        const auto target = nodes_.find(*key);
        if (target == nodes_.end()) return fail(ErrorCode::hard_link_broken, {}, entry.hard_link);
        if (target->second.directory != no_directory) return fail(ErrorCode::hard_link_to_folder);
        node = target->second;
    }
    CLOOP_LET(key, resolve(names, Missing::made));
    if (!entry.may_replace && is_second(key, entry)) return fail(ErrorCode::entry_name_taken);
    if (!is_directory || !entry.hard_link.empty()) return put(std::move(key), std::move(node));
    CLOOP_LET(made, make_directory(std::move(key), entry.attributes));
    directories_[made].has_entry = true;
    return {};
}

/// Whether an entry must not replace the existing node. A folder may occur twice, unless its name is not ASCII, because that may be two different
/// names composed to one.
bool ArchiveTree::is_second(const Key &key, const ArchiveEntry &entry) const {
    const auto found = nodes_.find(key);
    if (found == nodes_.end()) return false;
    if (found->second.directory == no_directory || !S_ISDIR(entry.attributes.mode)) return true;
    return directories_[found->second.directory].has_entry &&
           std::ranges::any_of(key.name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

Result<ArchiveTree::Key> ArchiveTree::resolve(std::span<const std::string> names, Missing missing) {
    std::vector<std::string> ahead(names.rbegin(), names.rend());  // in reverse order
    Id at = root;
    for (int links = 0; ahead.size() > 1;) {
        std::string name = std::move(ahead.back());
        ahead.pop_back();
        if (links > 0) ++steps_;
        // Real archives have one or two links per path.
        if (steps_ > 10'000'000 + 100 * entries_) return fail(ErrorCode::archive_out_of_proportion);
        if (name == "..") {
            at = directories_[at].parent;
            continue;
        }
        const auto found = nodes_.find(Key{at, name});
        if (found == nodes_.end()) {
            if (missing == Missing::refused) return fail(ErrorCode::hard_link_broken);
            CLOOP_LET(made, make_directory({at, std::move(name)}, {.mode = S_IFDIR | 0755}));
            at = made;
        } else if (found->second.directory != no_directory) {
            at = found->second.directory;
        } else if (S_ISLNK(found->second.attributes.mode)) {
            if (++links > most_links) return fail(ErrorCode::entry_in_circle);
            const std::string &target = found->second.link_target;
            if (target.starts_with('/')) at = root;
            const auto more = components_of(target);
            ahead.insert(ahead.end(), more.rbegin(), more.rend());
        } else {
            return fail(ErrorCode::entry_below_file, {}, path(found->first));
        }
    }
    return Key{at, std::move(ahead.back())};
}

Result<ArchiveTree::Id> ArchiveTree::make_directory(Key key, const NodeAttributes &attributes) {
    const auto found = nodes_.find(key);
    if (found != nodes_.end() && found->second.directory != no_directory) {
        found->second.attributes = attributes;
        return found->second.directory;
    }
    const std::uint32_t depth = directories_[key.parent].depth + 1;
    if (depth > deepest) return fail(ErrorCode::folders_too_deep);
    const auto id = static_cast<Id>(directories_.size());
    const Id parent = key.parent;
    CLOOP_TRY(put(key, {.attributes = attributes, .directory = id}));
    directories_.push_back({.parent = parent, .depth = depth, .key = &nodes_.find(key)->first});
    return id;
}

Status ArchiveTree::put(Key key, Node node) {
    const auto found = nodes_.find(key);
    if (found != nodes_.end()) {
        const Id directory = found->second.directory;
        if (directory != no_directory && children(directory).first != children(directory).second) return fail(ErrorCode::entry_replaces_folder);
        found->second = std::move(node);
        return {};
    }
    if (nodes_.size() == most_nodes_) return fail(ErrorCode::archive_out_of_proportion);
    nodes_.emplace(std::move(key), std::move(node));
    return {};
}

std::pair<ArchiveTree::Nodes::const_iterator, ArchiveTree::Nodes::const_iterator> ArchiveTree::children(Id directory) const {
    return {nodes_.lower_bound({directory, {}}), nodes_.lower_bound({directory + 1, {}})};
}

std::string ArchiveTree::path(const Key &key) const {
    std::vector<const std::string *> names;
    for (const Key *at = &key; at; at = directories_[at->parent].key) names.push_back(&at->name);
    std::string path;
    for (const auto *name : std::views::reverse(names)) path += (path.empty() ? "" : "/") + *name;
    return path;
}

} // namespace cloop
