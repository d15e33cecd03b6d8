// SPDX-License-Identifier: GPL-3.0-or-later
// Compares directories with the path table and the other tree, and recovers lost entries from them.

#include "filesystem/iso9660_reader.h"

#include <algorithm>
#include <cctype>

namespace cloop {

namespace {

constexpr std::uint64_t longest_path_table = 16u << 20;

/// Limit for comparing unpaired names pairwise, because a damaged disc has only a few.
constexpr std::size_t most_unpaired = 64;

/// A name reduced to the ISO 9660 character set, to pair names of the two trees.
std::string flattened(std::string_view name) {
    std::string flat;
    for (const char c : name)
        flat += std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : '_';
    return flat;
}

/// ISO 9660 level 1 cuts names to 8 characters.
constexpr std::size_t shortest_cut = 8;

bool could_be_same(std::string_view iso, std::string_view full) {
    const std::string flat_iso = flattened(iso);
    const std::string flat_full = flattened(full);
    return flat_iso == flat_full || (flat_iso.size() >= shortest_cut && flat_full.starts_with(flat_iso));
}

/// A name as Joliet holds it: '_' for forbidden characters, no final dot.
std::string in_joliet(std::string_view name) {
    std::string changed(name);
    for (char &c : changed)
        if (std::string_view("*/:;?\\").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20) c = '_';
    while (changed.size() > 1 && changed.back() == '.') changed.pop_back();
    return changed;
}

/// Whether `name` is a remainder of the full name, of which the NM entry lost a part, or all: then the ISO 9660 name remains.
bool is_left_of(std::string_view name, std::string_view joliet) {
    if (joliet.size() > name.size() && joliet.starts_with(name)) return true;
    const bool is_iso = std::ranges::all_of(name, [](unsigned char c) { return std::isupper(c) || std::isdigit(c) || c == '_' || c == '.'; });
    return is_iso && name != joliet && could_be_same(name, joliet);
}

/// Whether two names of one file differ in one character, which damage causes but no writer.
bool differ_in_one(std::string_view name, std::string_view joliet) {
    if (name.size() != joliet.size()) return false;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < name.size(); ++i) differing += name[i] != joliet[i] && joliet[i] != '_';
    return differing == 1;
}

bool contradict(std::string_view name, std::string_view joliet) { return is_left_of(name, joliet) || differ_in_one(name, joliet); }

std::uint64_t stored_size(const Node &node) {
    std::uint64_t size = 0;
    for (const Extent &extent : node.extents) size += extent.size;
    return size;
}

bool has_peer_kind(const Node &node) { return node.kind == NodeKind::file || node.kind == NodeKind::directory; }

} // namespace

/// The entries of a path table, sorted by the place of their parent.
struct Iso9660Reader::PathTable {
    std::vector<std::byte> bytes;
    std::vector<PathTableEntry> entries;
    std::vector<std::pair<std::uint64_t, std::size_t>> by_parent;  ///< the parent's place, and the entry; sorted
};

void Iso9660Reader::pair_roots(const Tree &other) {
    mains_ = {{other.nodes[Filesystem::root].extents[0].offset, Filesystem::root}};
    peers_ = {{Filesystem::root, Filesystem::root}};
    compared_.clear();
}

/// Records that both nodes, matched by name or place, are the same file or directory.
void Iso9660Reader::pair(Tree &main, NodeId id, const Tree &other, NodeId peer) {
    Node &node = main.nodes[id];
    const Node &same = other.nodes[peer];
    if (node.kind != same.kind) return main.places.breach(id);
    if (node.kind == NodeKind::directory) {
        if (same.extents.empty()) return;
        mains_[same.extents[0].offset] = id;
        if (!witnessed_) peers_[id] = peer;  // for a witness, whose numbers still change, only when it is read
        return;
    }
    const auto begin = [](const Node &file) { return file.extents.empty() ? 0 : file.extents[0].offset; };
    if (const auto place = main.other_places.find(id);
        place != main.other_places.end() && node.extents.size() <= 1 && same.extents.size() <= 1 && !main.zisofs.contains(id)) {
        const bool is_one_of_two =
            (same.size == node.size || same.size == place->second.size) && (begin(same) == begin(node) || begin(same) == place->second.offset);
        if (is_one_of_two) {
            node.size = same.size;
            node.extents = main.store.extents.keep(same.extents);
            node.is_incomplete = same.is_incomplete;
        }
    }
    const std::uint64_t size = stored_size(node);
    if (size == stored_size(same) && (size == 0 || begin(node) == begin(same))) main.places.keep();
    else main.places.breach(id);
}

/// Counts contradicting names; takes the Joliet name if the other is a remainder of it.
void Iso9660Reader::take_name(Tree &main, NodeId id, std::string_view joliet) {
    Node &node = main.nodes[id];
    if (!contradict(node.name, joliet)) return;
    main.names.breach(id);
    if (is_left_of(node.name, joliet)) node.name = main.store.keep(joliet);
}

/// Files and directories whose names collide in Joliet, such as "a?" and "a_". Writers invent different names there, which say nothing about those of
/// Rock Ridge.
std::unordered_set<NodeId> Iso9660Reader::alike_in_joliet(const Tree &main, NodeId directory) {
    std::unordered_map<std::string, std::vector<NodeId>> changed;
    std::unordered_set<NodeId> alike;
    for (const NodeId id : main.children(directory)) {
        const std::string_view name = main.nodes[id].name;
        if (!has_peer_kind(main.nodes[id])) continue;
        if (std::string joliet = in_joliet(name); joliet != name) changed[std::move(joliet)].push_back(id);
    }
    if (changed.empty()) return alike;
    for (const NodeId id : main.children(directory)) {
        if (!has_peer_kind(main.nodes[id])) continue;
        const auto found = changed.find(std::string(main.nodes[id].name));
        if (found != changed.end()) found->second.push_back(id);
    }
    for (const auto &[joliet, ids] : changed)
        if (ids.size() > 1) alike.insert(ids.begin(), ids.end());
    return alike;
}

/// Pairs the entries of the same directory in both trees. An entry missing in one tree is not damage, because Joliet has no links and devices, and
/// writers hide files in either tree.
void Iso9660Reader::compare(Tree &main, NodeId directory, const Tree &other, NodeId peer) {
    if (!compared_.insert(directory).second) return;
    const bool compares_names = main.has_rock_ridge && other.is_joliet;
    const auto alike = compares_names ? alike_in_joliet(main, directory) : std::unordered_set<NodeId>();
    std::unordered_map<std::string_view, NodeId> by_name;
    std::unordered_map<std::uint64_t, NodeId> by_place;
    const auto others = other.children(peer);
    for (const NodeId id : others) by_name.emplace(other.nodes[id].name, id);

    std::vector<NodeId> unpaired;
    std::unordered_set<NodeId> paired;
    for (const NodeId id : main.children(directory)) {
        if (!has_peer_kind(main.nodes[id])) continue;
        if (alike.contains(id)) {
            unpaired.push_back(id);
            continue;
        }
        auto found = by_name.find(main.nodes[id].name);
        if (found == by_name.end()) found = by_name.find(in_joliet(main.nodes[id].name));
        if (found == by_name.end() || !paired.insert(found->second).second) {
            unpaired.push_back(id);
            continue;
        }
        if (compares_names) main.names.keep();
        pair(main, id, other, found->second);
    }
    if (unpaired.empty() || paired.size() == others.size()) return;

    for (const NodeId id : others)
        if (const Node &node = other.nodes[id]; node.kind == NodeKind::file && !node.extents.empty() && !paired.contains(id))
            by_place.emplace(node.extents[0].offset, id);
    std::vector<NodeId> left;
    for (const NodeId id : unpaired) {
        const Node &node = main.nodes[id];
        const auto found = node.kind == NodeKind::file && !node.extents.empty() ? by_place.find(node.extents[0].offset) : by_place.end();
        if (found == by_place.end() || !paired.insert(found->second).second) {
            if (!alike.contains(id)) left.push_back(id);
            continue;
        }
        if (compares_names && !alike.contains(id)) take_name(main, id, other.nodes[found->second].name);
        pair(main, id, other, found->second);
    }
    if (left.size() > most_unpaired || others.size() - paired.size() > most_unpaired) return;
    for (const NodeId id : left) {
        for (const NodeId at : others) {
            const Node &node = main.nodes[id];
            const Node &same = other.nodes[at];
            if (paired.contains(at) ||
                !(compares_names ? contradict(node.name, same.name)
                                 : could_be_same(main.is_joliet ? same.name : node.name, main.is_joliet ? node.name : same.name)))
                continue;
            paired.insert(at);
            if (compares_names) take_name(main, id, same.name);
            pair(main, id, other, at);
            break;
        }
    }
}

void Iso9660Reader::compare_all(Tree &main, const Tree &other) {
    for (NodeId id = 0; id < other.nodes.size() && !stop_.stop_requested(); ++id) {
        if (other.nodes[id].kind != NodeKind::directory || other.nodes[id].extents.empty()) continue;
        const auto same = mains_.find(other.nodes[id].extents[0].offset);
        if (same != mains_.end()) compare(main, same->second, other, id);
    }
}

/// Compares, and drops the witness's files if the main tree has the whole directory.
void Iso9660Reader::compare_and_forget(Tree &witness, NodeId directory, const NodeStore::Mark &mark) {
    const auto same = mains_.find(witness.nodes[directory].extents[0].offset);
    if (same == mains_.end()) return;
    peers_[same->second] = directory;
    compare(*witnessed_, same->second, witness, directory);
    if (!witnessed_->nodes[same->second].is_incomplete) witness.forget_files(directory, mark);
}

/// Compares downwards from the nearest ancestor with a known peer. False if the other tree lacks the directory.
bool Iso9660Reader::find_peer(Tree &main, NodeId directory, const Tree &other) {
    std::vector<NodeId> way;
    for (NodeId id = directory; !peers_.contains(id); id = main.nodes[id].parent) {
        if (id == Filesystem::root) return false;
        way.push_back(main.nodes[id].parent);
    }
    for (auto above = way.rbegin(); above != way.rend(); ++above) {
        const auto peer = peers_.find(*above);
        if (peer == peers_.end()) return false;
        compare(main, *above, other, peer->second);
    }
    return peers_.contains(directory);
}

/// The little endian table, or the big endian one if more of it can be read. If they differ, the entry that points to a directory's own record is
/// right.
Iso9660Reader::PathTable Iso9660Reader::read_path_table(const Tree &tree, const VolumeDescriptor &volume) {
    const std::uint64_t size =
        std::min({std::uint64_t{std::max(volume.path_table_size, volume.path_table_size_copy)}, longest_path_table, content_->size()});
    PathTable table, big;
    const auto read = [&](std::uint32_t block, PathTable &into, bool is_big_endian) {
        if (block == 0) return;
        auto got = read_at(tree.place(block), size);
        // Entries have no fixed length: after a lost part, the next entry can't be located.
        if (!got.lost.empty()) got.bytes.resize(static_cast<std::size_t>(got.lost[0].offset));
        into.bytes = std::move(got.bytes);
        into.entries = parse_path_table(into.bytes, is_big_endian);
    };
    read(volume.path_table_little, table, false);
    read(volume.path_table_big, big, true);
    if (big.entries.size() > table.entries.size()) std::swap(table, big);
    for (std::size_t i = 0; i < big.entries.size() && !is_exhausted_; ++i) {
        auto &entry = table.entries[i];
        if (entry.block != big.entries[i].block && !own_size(tree, tree.place(entry.block))) entry.block = big.entries[i].block;
    }
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const std::size_t parent = table.entries[i].parent;
        if (parent >= 1 && parent <= table.entries.size() && parent - 1 != i)
            table.by_parent.emplace_back(tree.place(table.entries[parent - 1].block), i);
    }
    std::ranges::sort(table.by_parent);
    return table;
}

void Iso9660Reader::recover(Tree &main, const Tree &other, const VolumeDescriptor &volume) {
    if (is_exhausted_ || std::ranges::none_of(main.nodes, [](const Node &node) { return node.kind == NodeKind::directory && node.is_incomplete; }))
        return;
    other_tree_bytes_ = other.bytes();
    PathTable table = read_path_table(main, volume);
    other_tree_bytes_ += table.bytes.size() + table.entries.size() * (sizeof table.entries[0] + sizeof table.by_parent[0]);
    // Directories found here may be incomplete too: `nodes` grows during the loop.
    for (NodeId id = 0; id < main.nodes.size() && !is_exhausted_ && !stop_.stop_requested(); ++id)
        if (main.nodes[id].kind == NodeKind::directory && main.nodes[id].is_incomplete && main.nodes[id].found_by != FoundBy::joliet)
            recover_directory(main, id, other, table);
}

void Iso9660Reader::recover_directory(Tree &main, NodeId directory, const Tree &other, PathTable &table) {
    const std::uint64_t place = main.nodes[directory].extents[0].offset;
    std::unordered_multimap<std::string, const PathTableEntry *> unseen;
    for (auto at = std::ranges::lower_bound(table.by_parent, std::pair{place, std::size_t{0}}); at != table.by_parent.end() && at->first == place;
         ++at) {
        const PathTableEntry &entry = table.entries[at->second];
        if (!main.directories.contains(main.place(entry.block)))
            unseen.emplace(flattened(main.is_joliet ? joliet_name(entry.name) : iso_name(entry.name)), &entry);
    }

    std::unordered_set<std::string_view> known;
    for (const NodeId child : main.children(directory)) known.insert(main.nodes[child].name);
    if (!other.nodes.empty() && find_peer(main, directory, other)) {
        for (const NodeId from : other.children(peers_[directory])) {
            if (!has_room(main) || stop_.stop_requested()) return;
            const Node &found = other.nodes[from];
            if (known.contains(found.name) ||
                (!found.extents.empty() && found.kind == NodeKind::directory && mains_.contains(found.extents[0].offset)))
                continue;
            // Joliet has the full name, the primary tree the rest: if both have the directory, combine them.
            auto same = unseen.end();
            if (found.kind == NodeKind::directory) {
                const std::string flat = flattened(found.name);
                same = unseen.find(flat);
                for (std::size_t size = std::min<std::size_t>(flat.size(), 221); same == unseen.end() && size-- > shortest_cut;)
                    same = unseen.find(flat.substr(0, size));
            }
            if (same == unseen.end()) {
                adopt(main, directory, other, from);
                continue;
            }
            add_found(main, directory, found.name, main.place(same->second->block), from);
            unseen.erase(same);
        }
    }
    for (const auto &[flat, entry] : unseen) {
        if (!has_room(main) || stop_.stop_requested()) return;
        add_found(main, directory, main.is_joliet ? joliet_name(entry->name) : iso_name(entry->name), main.place(entry->block), Node::none);
    }
    read_pending(main);
}

/// Adds a directory found by the path table.
void Iso9660Reader::add_found(Tree &main, NodeId parent, std::string_view name, std::uint64_t offset, NodeId peer) {
    const Extent extent{offset, own_size(main, offset).value_or(iso_sector)};
    const NodeId id = main.append(
        parent,
        {.name = name, .kind = NodeKind::directory, .found_by = FoundBy::path_table, .mode = 0555, .size = extent.size, .extents = {&extent, 1}});
    if (peer != Node::none) peers_[id] = peer;
    enqueue(main, id);
}

/// Copies a node of the other tree, with all below it.
void Iso9660Reader::adopt(Tree &main, NodeId parent, const Tree &other, NodeId from) {
    std::vector<std::pair<NodeId, NodeId>> steps{{parent, from}};
    while (!steps.empty() && has_room(main) && !stop_.stop_requested()) {
        const auto [above, found] = steps.back();
        steps.pop_back();
        Node node = other.nodes[found];
        node.found_by = FoundBy::joliet;
        if (node.kind == NodeKind::directory) node.extents = {};  // Joliet's records are structures
        const NodeId id = main.append(above, node);
        for (const NodeId child : other.children(found)) steps.emplace_back(id, child);
    }
}

void Iso9660Reader::add_structures(Tree &main, const Tree &other) const {
    const auto add = [&](std::string_view name, std::uint64_t offset, std::uint64_t size) {
        const Extent extent{offset, size};
        main.append(Node::none, {.name = name, .kind = NodeKind::structure, .size = size, .extents = {&extent, 1}});
    };
    add("system area", 0, 16 * iso_sector);
    add("volume descriptors", volumes_.session + 16 * iso_sector, volumes_.descriptors_end - 16 * iso_sector - volumes_.session);
    const auto add_path_tables = [&](const VolumeDescriptor &volume, const std::string &of) {
        const auto place = [&](std::uint32_t block) { return std::uint64_t{block} * volume.block_size; };
        if (volume.path_table_little) add("path table" + of, place(volume.path_table_little), volume.path_table_size);
        if (volume.path_table_big) add("path table, big endian" + of, place(volume.path_table_big), volume.path_table_size);
    };
    if (volumes_.primary) add_path_tables(*volumes_.primary, "");
    if (volumes_.joliet) add_path_tables(*volumes_.joliet, " of Joliet");
    for (NodeId id = 0; id < other.nodes.size() && main.bytes() < most_bytes_; ++id) {
        if (other.nodes[id].kind != NodeKind::directory || other.nodes[id].extents.empty()) continue;
        add((other.is_joliet ? "Joliet directory " : "ISO 9660 directory ") + path_in(other.nodes, id), other.nodes[id].extents[0].offset,
            other.nodes[id].extents[0].size);
    }
}

} // namespace cloop
