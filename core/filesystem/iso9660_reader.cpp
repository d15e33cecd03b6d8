#include "filesystem/iso9660_reader.h"

#include "base/tolerant_read.h"
#include "base/zeros.h"
#include "filesystem/known_content.h"

#include <algorithm>
#include <cctype>
#include <new>
#include <unordered_set>

namespace cloop {

namespace {

constexpr std::uint64_t first_descriptor = 16 * iso_sector;
constexpr std::uint64_t most_descriptors = 64;

/// Read in pieces, so that a directory that claims 4 GiB costs no memory.
constexpr std::uint64_t directory_piece = 128 * iso_sector;

/// No path that Linux opens is deeper.
constexpr int max_depth = 2048;

constexpr std::uint32_t type_mask = 0170000;

NodeKind kind_of(const RockRidge &rock_ridge, bool is_directory) {
    if (is_directory) return NodeKind::directory;
    switch (rock_ridge.mode.value_or(0) & type_mask) {
    case 0120000: return NodeKind::symlink;
    case 0020000: return NodeKind::character_device;
    case 0060000: return NodeKind::block_device;
    case 0010000: return NodeKind::fifo;
    case 0140000: return NodeKind::socket;
    default: return rock_ridge.has_link ? NodeKind::symlink : NodeKind::file;
    }
}

/// PN holds 64 bits: libisofs and Linux put all in the low half where the high one is 0.
void set_device(Node &node, const RockRidge &rock_ridge) {
    if (rock_ridge.device_high == 0) {
        node.device_major = rock_ridge.device_low >> 8 & 0xFFF;
        node.device_minor = (rock_ridge.device_low & 0xFF) | (rock_ridge.device_low >> 12 & 0xFFFFFF00);
    } else {
        node.device_major = rock_ridge.device_high;
        node.device_minor = rock_ridge.device_low;
    }
}

/// ZF: what the file inflates to. A table of blocks that is longer than all that is stored tells of a size that nobody wrote.
/// Pre: node.size is what is stored, by its records.
void set_zisofs(Node &node, const Zisofs &zisofs, std::uint64_t inflated_size) {
    node.zisofs = zisofs;
    if (!zisofs.is_known()) return;
    const std::uint64_t entries = node.size > zisofs.header_size ? (node.size - zisofs.header_size) / zisofs.pointer_size() : 0;
    const std::uint64_t most = (std::max<std::uint64_t>(entries, 1) - 1) << zisofs.block_shift;
    if (inflated_size > most) node.is_incomplete = true;
    node.size = std::min(inflated_size, most);
}

/// Where writers put directories that lie too deep. makefs marks neither the folder nor what is in it.
bool is_for_moved(std::string_view name) {
    std::string lower;
    for (const char c : name) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower == "rr_moved" || lower == ".rr_moved";
}

/// How a name looks after ISO 9660 has had its way: to pair names of the two trees.
std::string flattened(std::string_view name) {
    std::string flat;
    for (const char c : name) flat += std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : '_';
    return flat;
}

bool could_be_same(std::string_view iso, std::string_view full) {
    const std::string flat_iso = flattened(iso);
    const std::string flat_full = flattened(full);
    return flat_iso == flat_full || (flat_iso.size() >= 8 && flat_full.starts_with(flat_iso));
}

} // namespace

Result<std::shared_ptr<const Filesystem>> Filesystem::open(SourcePtr content, std::stop_token stop) {
    try {
        return Iso9660Reader(std::move(content), std::move(stop)).read();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::out_of_memory);
    }
}

Result<std::shared_ptr<const Filesystem>> Iso9660Reader::read() {
    CLOOP_TRY(read_descriptors());
    Tree primary, joliet;
    if (primary_) primary = read_tree(*primary_, false);
    if (joliet_) joliet = read_tree(*joliet_, true);
    // As Linux chooses: Rock Ridge, else Joliet, else the bare names. Where the root is damaged, only what is found below tells.
    if (primary_) recover(primary, joliet, *primary_);
    const bool takes_joliet = joliet_ && (!primary_ || !primary.has_rock_ridge);
    Tree &main = takes_joliet ? joliet : primary;
    Tree &other = takes_joliet ? primary : joliet;
    const VolumeDescriptor &volume = takes_joliet ? *joliet_ : *primary_;

    if (takes_joliet) {
        recover(joliet, primary, *joliet_);
        // Where the primary tree can't be read, nobody knows whether there were links, owners and modes.
        if (!primary_ || primary.nodes[Filesystem::root].is_incomplete) {
            for (Node &node : joliet.nodes) node.found_by = FoundBy::joliet;
            joliet.nodes[Filesystem::root].is_incomplete = true;
        }
    }
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
    add_structures(main, other);
    for (Node &node : main.nodes)
        std::ranges::sort(node.children, {}, [&](NodeId id) -> const std::string & { return main.nodes[id].name; });

    std::shared_ptr<Filesystem> filesystem(new Filesystem);
    filesystem->label_ = volume.label;
    filesystem->size_ = std::uint64_t{volume.blocks} * volume.block_size;
    filesystem->has_rock_ridge_ = main.has_rock_ridge;
    filesystem->has_joliet_ = joliet_.has_value();
    filesystem->nodes_ = std::move(main.nodes);
    filesystem->content_ = std::move(content_);
    return filesystem;
}

/// Both descriptors are lost: a root directory tells of itself. Its first record lies in its own sector, and so does its parent's.
/// Joliet's names begin with a zero byte, Rock Ridge's root with an SP entry.
void Iso9660Reader::find_roots() {
    const std::uint64_t end = std::min<std::uint64_t>(content_->size(), first_descriptor + 8192 * iso_sector);
    for (std::uint64_t at = first_descriptor; at + iso_sector <= end && !(primary_ && joliet_); at += iso_sector) {
        const auto read = read_past_damage(*content_, at, iso_sector);
        const auto self = parse_directory_record(read.bytes);
        if (!read.lost.empty() || !self || !self->is_self() || !self->is_directory || self->block * iso_sector != at) continue;
        const auto rest = std::span(read.bytes).subspan(self->length);
        const auto parent = parse_directory_record(rest);
        if (!parent || !parent->is_parent() || parent->block != self->block) continue;
        const auto first = parse_directory_record(rest.subspan(parent->length));
        const bool is_joliet = first && first->name.size() >= 2 && first->name[0] == std::byte{0};
        VolumeDescriptor found{.blocks = static_cast<std::uint32_t>(content_->size() / iso_sector), .root = *self};
        found.root.name = found.root.system_use = {};
        auto &place = is_joliet ? joliet_ : primary_;
        if (!place) place = found;
    }
}

Status Iso9660Reader::read_descriptors() {
    read_descriptors_behind(first_descriptor);
    if (!primary_ && !joliet_ && has_lost_descriptors_) find_roots();
    if (!primary_ && !joliet_) return std::unexpected(what_else());
    constexpr int most_sessions = 99;  // as a CD has tracks
    for (int session = 1; session < most_sessions; ++session) {
        const auto later = later_session();
        if (!later) break;
        session_ = *later;
        primary_.reset();
        joliet_.reset();
        read_descriptors_behind(session_ + first_descriptor);
    }
    return {};
}

/// As Linux mounts a disc: what was written last counts, and its tree names what is still there of the sessions before. The next one begins where
/// this one ends or, on a CD, behind lead-out, lead-in and pregap, which are longer the first time; a writer may pad before that.
std::optional<std::uint64_t> Iso9660Reader::later_session() const {
    constexpr std::uint64_t pregap = 150, window = 2 * pregap;
    const VolumeDescriptor &volume = primary_ ? *primary_ : *joliet_;
    const std::uint64_t end = session_ + std::max<std::uint64_t>(std::uint64_t{volume.blocks} * volume.block_size, first_descriptor + iso_sector);
    for (const std::uint64_t gap : {std::uint64_t{0}, 2250 + 4500 + pregap, 6750 + 4500 + pregap}) {
        const std::uint64_t from = end / iso_sector * iso_sector + gap * iso_sector;
        if (from + first_descriptor + iso_sector > content_->size()) break;
        std::vector<std::byte> bytes(std::min(window * iso_sector + first_descriptor, content_->size() - from));
        const auto got = content_->read_at(from, bytes);
        if (!got) continue;  // between sessions a drive reads nothing
        for (std::uint64_t at = first_descriptor; at + iso_sector <= *got; at += iso_sector) {
            const auto found = parse_volume_descriptor(std::span(bytes).subspan(at));
            const std::uint64_t start = from + at - first_descriptor;
            // Places are told from the beginning of the disc: another ISO behind this one is no session of it.
            if (found && found->type == VolumeDescriptor::Type::primary && std::uint64_t{found->root.block} * found->block_size >= start) return start;
        }
    }
    return std::nullopt;
}

/// Takes the first descriptor of each kind.
void Iso9660Reader::read_descriptors_behind(std::uint64_t first) {
    for (std::uint64_t at = first; at < first + most_descriptors * iso_sector && at + iso_sector <= content_->size(); at += iso_sector) {
        const auto read = read_past_damage(*content_, at, iso_sector);
        descriptors_end_ = at + iso_sector;
        const auto volume = parse_volume_descriptor(read.bytes);
        if (!volume) {
            // A descriptor that is lost, or has become zeros, need not be the last; anything else that is none is no file system, or the
            // end of it.
            if (read.lost.empty() && !is_all_zero(read.bytes)) break;
            has_lost_descriptors_ = true;
            continue;
        }
        if (volume->type == VolumeDescriptor::Type::terminator) break;
        if (volume->type == VolumeDescriptor::Type::primary && !primary_) primary_ = *volume;
        if (volume->type == VolumeDescriptor::Type::joliet && !joliet_) joliet_ = *volume;
    }
}

/// There is no ISO 9660: what there is.
Error Iso9660Reader::what_else() const {
    const KnownContent known = known_content(*content_);
    ErrorCode code = ErrorCode::no_filesystem;
    if (known.kind == KnownContent::Kind::filesystem || known.kind == KnownContent::Kind::partitions) code = ErrorCode::other_filesystem;
    if (known.kind == KnownContent::Kind::raw_sectors) code = ErrorCode::raw_cd_sectors;
    return {.code = code, .subject = content_->name(), .detail = std::string(known.name)};
}

Iso9660Reader::Tree Iso9660Reader::read_tree(const VolumeDescriptor &volume, bool is_joliet) {
    Tree tree{.is_joliet = is_joliet, .block_size = volume.block_size};
    Node root{.kind = NodeKind::directory, .mode = 0755, .mtime = volume.root.mtime, .size = volume.root.size};
    root.extents.push_back({tree.place(volume.root.block), volume.root.size});
    tree.directories.emplace(root.extents[0].offset, Filesystem::root);
    tree.nodes.push_back(std::move(root));
    tree.pending.push_back(Filesystem::root);
    read_pending(tree);
    place_relocated(tree);
    return tree;
}

/// What was moved and is not shown in its old place, because that can't be read, is shown in the new one. The folder that it was moved to is
/// no part of the tree where nothing is left in it.
void Iso9660Reader::place_relocated(Tree &tree) {
    std::unordered_set<NodeId> left;
    while (!tree.relocated.empty() && !stop_.stop_requested()) {
        for (auto &moved : std::exchange(tree.relocated, {})) {
            if (tree.directories.contains(moved.node.extents[0].offset)) left.insert(moved.parent);
            else add_directory(tree, moved.parent, std::move(moved.node));
        }
        read_pending(tree);
    }
    for (const NodeId id : left) {
        Node &node = tree.nodes[id];
        if (id == Filesystem::root || !node.children.empty() || node.is_incomplete) continue;
        std::erase(tree.nodes[node.parent].children, id);
        node.kind = NodeKind::structure;
        node.name = "moved directories";
        node.parent = Node::none;
    }
}

void Iso9660Reader::read_pending(Tree &tree) {
    // Each record takes 34 bytes at least: more nodes than that are made of directories that overlap.
    const std::size_t most_nodes = content_->size() / 34 + 1;
    while (!tree.pending.empty() && !stop_.stop_requested()) {
        const NodeId id = tree.pending.front();
        tree.pending.pop_front();
        if (tree.nodes.size() < most_nodes) read_directory(tree, id);
        else tree.nodes[id].is_incomplete = true;
    }
}

void Iso9660Reader::read_directory(Tree &tree, NodeId id) {
    const Extent extent = tree.nodes[id].extents[0];
    bool is_whole = extent.size > 0;
    for (std::uint64_t done = 0; done < extent.size; done += directory_piece) {
        if (stop_.stop_requested()) return;
        if (extent.offset + done >= content_->size()) {
            is_whole = false;
            break;
        }
        const auto read = read_past_damage(*content_, extent.offset + done, std::min(directory_piece, extent.size - done));
        for (std::uint64_t at = 0; at < read.bytes.size(); at += iso_sector) {
            const auto sector = std::span(read.bytes).subspan(at, std::min(iso_sector, read.bytes.size() - at));
            if (read.is_lost({at, sector.size()}) || !read_records(tree, id, sector)) is_whole = false;
            // Where damage has become zeros or something else, a directory does not begin with itself.
            if (const auto self = parse_directory_record(sector); done + at == 0 && !(self && self->is_self())) is_whole = false;
        }
    }
    if (!is_whole) tree.nodes[id].is_incomplete = true;
}

/// False where something in the sector was no record, or nothing was: no sector of a directory is empty.
bool Iso9660Reader::read_records(Tree &tree, NodeId directory, std::span<const std::byte> sector) {
    if (sector[0] == std::byte{0}) return false;
    while (!sector.empty() && sector[0] != std::byte{0}) {
        const auto record = parse_directory_record(sector);
        if (!record) return false;
        add_record(tree, directory, *record);
        sector = sector.subspan(record->length);
    }
    return true;
}

RockRidge Iso9660Reader::read_rock_ridge(Tree &tree, NodeId directory, const DirectoryRecord &record) {
    RockRidge rock_ridge;
    if (tree.is_joliet) return rock_ridge;
    const bool is_first = record.is_self() && directory == Filesystem::root;
    const auto area = record.system_use;
    parse_system_use(is_first ? behind_xa(area) : area.subspan(std::min<std::size_t>(tree.skip, area.size())), rock_ridge);
    for (int hops = 0; rock_ridge.next && hops < 32; ++hops) {
        const auto next = *rock_ridge.next;
        // What goes on elsewhere belongs to the directory: its loss costs names and attributes.
        Node &node = tree.nodes[directory];
        // makefs counts the offset on into the next sectors.
        const std::uint64_t at = tree.place(next.block) + next.offset;
        add_extent(node, at / iso_sector * iso_sector, iso_sector);
        const auto read = read_past_damage(*content_, at, std::min<std::uint32_t>(next.size, iso_sector));
        if (!read.lost.empty() || is_all_zero(read.bytes)) {
            node.is_incomplete = true;
            break;
        }
        parse_system_use(read.bytes, rock_ridge);
    }
    return rock_ridge;
}

void Iso9660Reader::add_record(Tree &tree, NodeId directory, const DirectoryRecord &record) {
    // As Linux: associated files, which are the resource forks of a Mac, are not shown.
    if (record.is_parent() || record.is_associated) return;
    const RockRidge rock_ridge = read_rock_ridge(tree, directory, record);
    tree.has_rock_ridge = tree.has_rock_ridge || rock_ridge.is_present;
    if (record.is_self()) {
        if (rock_ridge.skip) tree.skip = *rock_ridge.skip;
        if (directory == Filesystem::root && rock_ridge.mode) {
            Node &root = tree.nodes[directory];
            root.mode = *rock_ridge.mode & 07777;
            root.uid = rock_ridge.uid;
            root.gid = rock_ridge.gid;
            root.mtime = rock_ridge.mtime.value_or(root.mtime);
        }
        return;
    }

    const std::uint64_t offset = tree.place(record.block) + tree.place(record.attribute_blocks);
    Node node{.mtime = rock_ridge.mtime.value_or(record.mtime), .size = record.size};
    node.name = rock_ridge.name ? *rock_ridge.name : tree.is_joliet ? joliet_name(record.name) : iso_name(record.name);
    node.kind = kind_of(rock_ridge, record.is_directory || rock_ridge.child_block);
    node.mode = rock_ridge.mode.value_or(node.kind == NodeKind::directory ? 0555 : 0444) & 07777;
    node.uid = rock_ridge.uid;
    node.gid = rock_ridge.gid;
    node.links = rock_ridge.links;
    node.inode = rock_ridge.inode;
    node.link_target = rock_ridge.link_target;
    if (rock_ridge.has_device) set_device(node, rock_ridge);

    if (node.kind == NodeKind::directory) {
        if (rock_ridge.child_block) {
            const std::uint64_t moved = tree.place(*rock_ridge.child_block);
            node.size = own_size(moved);
            node.extents.push_back({moved, node.size});
        } else {
            node.extents.push_back({offset, record.size});
        }
        const Node &folder = tree.nodes[directory];
        const bool is_moved = rock_ridge.is_relocated || (tree.has_rock_ridge && folder.parent == Filesystem::root && is_for_moved(folder.name));
        if (is_moved) tree.relocated.push_back({directory, std::move(node)});
        else add_directory(tree, directory, std::move(node));
        return;
    }

    // A file of several extents has a record for each; all but the last say that more follow.
    auto &siblings = tree.nodes[directory].children;
    if (!siblings.empty()) {
        Node &before = tree.nodes[siblings.back()];
        if (before.kind == NodeKind::file && before.is_incomplete && before.name == node.name) {
            const bool is_whole = add_extent(before, offset, record.size);
            before.size += record.size;
            before.is_incomplete = record.has_more_extents || !is_whole;
            if (rock_ridge.zisofs && !record.has_more_extents) set_zisofs(before, *rock_ridge.zisofs, rock_ridge.inflated_size);
            return;
        }
    }
    if (node.kind == NodeKind::file) {
        const bool is_whole = add_extent(node, offset, record.size);
        node.is_incomplete = record.has_more_extents || !is_whole;
        if (rock_ridge.zisofs && !record.has_more_extents) set_zisofs(node, *rock_ridge.zisofs, rock_ridge.inflated_size);
        if (node.inode == 0 && node.links > 1 && !node.extents.empty()) node.inode = node.extents[0].offset;
    } else {
        node.size = 0;
    }
    append(tree, directory, std::move(node));
}

/// Adds what of [offset, offset + size) lies in the content, next to the last where it follows. False where a part lies behind its end:
/// that part was cut off, or never there.
bool Iso9660Reader::add_extent(Node &node, std::uint64_t offset, std::uint64_t size) const {
    const std::uint64_t there = std::min(size, content_->size() - std::min(offset, content_->size()));
    const bool is_known = !node.extents.empty() && offset >= node.extents.back().offset && offset + there <= node.extents.back().end();
    if (node.kind == NodeKind::directory && is_known) return there == size;
    if (!node.extents.empty() && node.extents.back().end() == offset) node.extents.back().size += there;
    else if (there > 0) node.extents.push_back({offset, there});
    return there == size;
}

NodeId Iso9660Reader::append(Tree &tree, NodeId parent, Node node) {
    const auto id = static_cast<NodeId>(tree.nodes.size());
    node.parent = parent;
    tree.nodes.push_back(std::move(node));
    tree.nodes[parent].children.push_back(id);
    return id;
}

/// A directory that was met before, and so may contain itself, stays empty and marked.
void Iso9660Reader::add_directory(Tree &tree, NodeId parent, Node node) {
    const std::uint64_t offset = node.extents[0].offset;
    int depth = 0;
    for (NodeId up = parent; up != Filesystem::root && depth <= max_depth; up = tree.nodes[up].parent) ++depth;
    const NodeId id = append(tree, parent, std::move(node));
    if (depth < max_depth && tree.directories.emplace(offset, id).second) tree.pending.push_back(id);
    else tree.nodes[id].is_incomplete = true;
}

/// What the directory at `offset` says of its own size; a sector, which it has at least, where it can't be read.
std::uint64_t Iso9660Reader::own_size(std::uint64_t offset) {
    const auto read = read_past_damage(*content_, offset, iso_sector);
    const auto self = parse_directory_record(read.bytes);
    return self && self->is_self() ? self->size : iso_sector;
}

std::vector<std::byte> Iso9660Reader::read_path_table(const VolumeDescriptor &volume, bool &is_big_endian) {
    const std::uint64_t size = std::min<std::uint64_t>(volume.path_table_size, 16u << 20);
    std::vector<std::byte> most;
    for (const bool big : {false, true}) {
        const std::uint64_t block = big ? volume.path_table_big : volume.path_table_little;
        if (block == 0) continue;
        auto read = read_past_damage(*content_, block * volume.block_size, size);
        // Entries have no fixed length: behind a loss nothing tells where the next begins.
        if (!read.lost.empty()) read.bytes.resize(read.lost[0].offset);
        if (read.bytes.size() > most.size()) {
            most = std::move(read.bytes);
            is_big_endian = big;
        }
    }
    return most;
}

void Iso9660Reader::recover(Tree &main, const Tree &other, const VolumeDescriptor &volume) {
    if (std::ranges::none_of(main.nodes, [](const Node &node) { return node.kind == NodeKind::directory && node.is_incomplete; })) return;
    bool is_big_endian = false;
    const auto bytes = read_path_table(volume, is_big_endian);
    const auto path_table = parse_path_table(bytes, is_big_endian);
    // Directories that are found on the way may be incomplete too: the list grows while it is walked.
    for (NodeId id = 0; id < main.nodes.size(); ++id)
        if (main.nodes[id].kind == NodeKind::directory && main.nodes[id].is_incomplete && main.nodes[id].found_by != FoundBy::joliet)
            recover_directory(main, id, other, path_table);
}

void Iso9660Reader::recover_directory(Tree &main, NodeId id, const Tree &other, const std::vector<PathTableEntry> &path_table) {
    // The same place in the other tree, by names.
    std::vector<std::string> names;
    for (NodeId up = id; up != Filesystem::root; up = main.nodes[up].parent) names.push_back(main.nodes[up].name);
    NodeId peer = other.nodes.empty() ? Node::none : Filesystem::root;
    for (auto name = names.rbegin(); name != names.rend() && peer != Node::none; ++name) {
        const auto &children = other.nodes[peer].children;
        const auto at = std::ranges::find_if(children, [&](NodeId child) { return other.nodes[child].name == *name; });
        peer = at == children.end() ? Node::none : *at;
    }

    std::vector<const PathTableEntry *> unseen;
    for (const auto &entry : path_table) {
        const bool is_child = entry.parent >= 1 && entry.parent <= path_table.size() && &entry != &path_table[entry.parent - 1u] &&
                              main.place(path_table[entry.parent - 1u].block) == main.nodes[id].extents[0].offset;
        if (is_child && !main.directories.contains(main.place(entry.block))) unseen.push_back(&entry);
    }

    std::unordered_set<std::string> known;
    for (const NodeId child : main.nodes[id].children) known.insert(main.nodes[child].name);
    if (peer != Node::none) {
        for (const NodeId from : other.nodes[peer].children) {
            const Node &found = other.nodes[from];
            if (known.contains(found.name)) continue;
            // Joliet knows the full name, the primary tree the rest: where both know the directory, take the best of each.
            const auto same = std::ranges::find_if(
                unseen, [&](const PathTableEntry *entry) { return found.kind == NodeKind::directory && could_be_same(iso_name(entry->name), found.name); });
            if (same == unseen.end()) {
                adopt(main, id, other, from);
                continue;
            }
            Node node{.name = found.name, .kind = NodeKind::directory, .found_by = FoundBy::path_table, .mode = 0555, .mtime = found.mtime};
            node.size = own_size(main.place((*same)->block));
            node.extents.push_back({main.place((*same)->block), node.size});
            unseen.erase(same);
            add_directory(main, id, std::move(node));
        }
    }
    for (const auto *entry : unseen) {
        Node node{.name = main.is_joliet ? joliet_name(entry->name) : iso_name(entry->name), .kind = NodeKind::directory,
                  .found_by = FoundBy::path_table, .mode = 0555};
        node.size = own_size(main.place(entry->block));
        node.extents.push_back({main.place(entry->block), node.size});
        add_directory(main, id, std::move(node));
    }
    read_pending(main);
}

/// Copies a node of the other tree, with all below it.
void Iso9660Reader::adopt(Tree &main, NodeId parent, const Tree &other, NodeId from) {
    struct Step {
        NodeId parent, from;
    };
    std::vector<Step> steps{{parent, from}};
    while (!steps.empty()) {
        const Step step = steps.back();
        steps.pop_back();
        Node node = other.nodes[step.from];
        node.found_by = FoundBy::joliet;
        const auto children = std::exchange(node.children, {});
        if (node.kind == NodeKind::directory) node.extents.clear();  // Joliet's own: they are structures
        const NodeId id = append(main, step.parent, std::move(node));
        for (const NodeId child : children) steps.push_back({id, child});
    }
}

void Iso9660Reader::add_structures(Tree &main, const Tree &other) {
    const auto add = [&](std::string name, std::uint64_t offset, std::uint64_t size) {
        Node node{.name = std::move(name), .kind = NodeKind::structure, .size = size};
        node.extents.push_back({offset, size});
        main.nodes.push_back(std::move(node));
    };
    add("system area", 0, first_descriptor);
    add("volume descriptors", session_ + first_descriptor, descriptors_end_ - first_descriptor - session_);
    const auto add_path_tables = [&](const VolumeDescriptor &volume, const std::string &of) {
        const auto place = [&](std::uint32_t block) { return std::uint64_t{block} * volume.block_size; };
        if (volume.path_table_little) add("path table" + of, place(volume.path_table_little), volume.path_table_size);
        if (volume.path_table_big) add("path table, big endian" + of, place(volume.path_table_big), volume.path_table_size);
    };
    if (primary_) add_path_tables(*primary_, "");
    if (joliet_) add_path_tables(*joliet_, " of Joliet");
    for (NodeId id = 0; id < other.nodes.size(); ++id) {
        if (other.nodes[id].kind != NodeKind::directory || other.nodes[id].extents.empty()) continue;
        std::string path;
        for (NodeId up = id; up != Filesystem::root; up = other.nodes[up].parent) path = "/" + other.nodes[up].name + path;
        add((other.is_joliet ? "Joliet directory " : "ISO 9660 directory ") + (path.empty() ? "/" : path), other.nodes[id].extents[0].offset,
            other.nodes[id].extents[0].size);
    }
}

} // namespace cloop
