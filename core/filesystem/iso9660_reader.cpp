// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/iso9660_reader.h"

#include "base/zeros.h"

#include <algorithm>
#include <cctype>
#include <new>
#include <unordered_set>

namespace cloop {

namespace {

/// Directories are read in pieces, so that one that claims 4 GiB takes little memory.
constexpr std::uint64_t directory_piece = 128 * iso_sector;

NodeKind kind_of(const RockRidge &rock_ridge, bool is_directory) {
    if (is_directory) return NodeKind::directory;
    const NodeKind kind = kind_of_mode(rock_ridge.mode.value_or(0));
    if (kind != NodeKind::file && kind != NodeKind::directory) return kind;
    return rock_ridge.has_link ? NodeKind::symlink : NodeKind::file;
}

/// PN holds 64 bits: if the high half is 0, the low half holds major and minor, as in libisofs and Linux.
void set_device(Node &node, const RockRidge &rock_ridge) {
    if (rock_ridge.device_high == 0) {
        node.device_major = rock_ridge.device_low >> 8 & 0xFFF;
        node.device_minor = (rock_ridge.device_low & 0xFF) | (rock_ridge.device_low >> 12 & 0xFFFFFF00);
    } else {
        node.device_major = rock_ridge.device_high;
        node.device_minor = rock_ridge.device_low;
    }
}

/// Sets the inflated size from ZF, limited by the block table, which can't be longer than the stored bytes.
/// Pre: node.size is the stored size, by its records.
void set_inflated_size(Node &node, const Zisofs &zisofs, std::uint64_t inflated_size) {
    if (!zisofs.is_known()) return;
    const std::uint64_t entries = node.size > zisofs.header_size ? (node.size - zisofs.header_size) / zisofs.pointer_size() : 0;
    const std::uint64_t most = (std::max<std::uint64_t>(entries, 1) - 1) << zisofs.block_shift;
    if (inflated_size > most) node.is_incomplete = true;
    node.size = std::min(inflated_size, most);
}

/// Whether a folder has the name of those to which writers relocate deep directories. makefs marks neither it nor its entries.
bool is_for_moved(std::string_view name) {
    std::string lower;
    for (const char c : name) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower == "rr_moved" || lower == ".rr_moved";
}

} // namespace

Iso9660Reader::Iso9660Reader(SourcePtr content, std::stop_token stop)
    : content_(std::move(content)), stop_(std::move(stop)), most_bytes_(bytes_for_any_tree + content_->stored_size()), records_(*content_) {}

Result<std::shared_ptr<const Filesystem>> Iso9660Reader::read() {
    volumes_ = find_volumes(*content_, stop_);
    if (volumes_.is_empty()) return fail(stop_.stop_requested() ? ErrorCode::cancelled : ErrorCode::no_filesystem, content_->name());
    Tree primary, joliet{.is_joliet = true};
    if (volumes_.primary) {
        begin_tree(primary, *volumes_.primary);
        read_pending(primary);
        place_relocated(primary);
        primary.mark_exceptions();
    }
    bool is_cut_short = is_exhausted_;
    if (volumes_.joliet) {
        other_tree_bytes_ = primary.bytes();
        begin_tree(joliet, *volumes_.joliet);
        if (primary.has_rock_ridge) witnessed_ = &primary;
        if (volumes_.primary) pair_roots(joliet);
        read_pending(joliet);
        witnessed_ = nullptr;
        is_cut_short = is_cut_short || (is_exhausted_ && !primary.has_rock_ridge);
        if (volumes_.primary && !primary.has_rock_ridge) compare_all(primary, joliet);
    }
    // As Linux chooses: Rock Ridge, else Joliet, else plain names. Recover first, because with a damaged root only recovered nodes show which exists.
    if (volumes_.primary) recover(primary, joliet, *volumes_.primary);
    const bool takes_joliet = volumes_.joliet && (!volumes_.primary || !primary.has_rock_ridge);
    Tree &main = takes_joliet ? joliet : primary;
    Tree &other = takes_joliet ? primary : joliet;
    const VolumeDescriptor &volume = takes_joliet ? *volumes_.joliet : *volumes_.primary;

    if (takes_joliet) {
        if (volumes_.primary) {
            pair_roots(primary);
            compare_all(joliet, primary);
        }
        joliet.mark_exceptions();
        recover(joliet, primary, *volumes_.joliet);
        // If the primary tree can't be read, it is unknown whether it had links, owners and modes.
        if (!volumes_.primary || primary.nodes[Filesystem::root].is_incomplete) {
            for (Node &node : joliet.nodes) node.found_by = FoundBy::joliet;
            joliet.nodes[Filesystem::root].is_incomplete = true;
        }
    }
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
    main.mark_exceptions();
    add_structures(main, other);
    other = {};
    main.link();

    FilesystemTree tree{.nodes = std::move(main.nodes),
                        .store = std::move(main.store),
                        .label = volume.label,
                        .size = std::uint64_t{volume.blocks} * volume.block_size,
                        .is_cut_short = is_cut_short};
    return std::make_shared<const Iso9660Filesystem>(std::move(content_), std::move(tree), std::move(main.zisofs), main.has_rock_ridge,
                                                     volumes_.joliet.has_value());
}

void Iso9660Reader::begin_tree(Tree &tree, const VolumeDescriptor &volume) {
    tree.block_size = volume.block_size;
    const Extent extent = extent_of(tree, volume.root, true);
    tree.append(Node::none, {.kind = NodeKind::directory, .mode = 0755, .mtime = volume.root.mtime, .size = extent.size, .extents = {&extent, 1}});
    judge(tree, Filesystem::root, volume.root, {});
    enqueue(tree, Filesystem::root);
}

/// Shows relocated directories in their new place if their original place can't be read. A relocation folder that is left empty is removed from the
/// tree.
void Iso9660Reader::place_relocated(Tree &tree) {
    std::unordered_set<NodeId> left;
    while (!tree.relocated.empty() && !stop_.stop_requested()) {
        for (auto &moved : std::exchange(tree.relocated, {})) {
            if (tree.directories.contains(moved.node.extents[0].offset)) left.insert(moved.parent);
            else enqueue(tree, tree.append(moved.parent, moved.node));
        }
        read_pending(tree);
    }
    std::unordered_set<NodeId> parents;
    for (const NodeId id : left) {
        Node &node = tree.nodes[id];
        if (id == Filesystem::root || tree.families[id].first != Node::none || node.is_incomplete) continue;
        parents.insert(node.parent);
        node.kind = NodeKind::structure;
        node.name = "moved directories";
    }
    for (const NodeId id : parents) tree.detach_structures(id);
}

void Iso9660Reader::read_pending(Tree &tree) {
    while (!tree.pending.empty() && !stop_.stop_requested()) read_directory(tree, tree.take_pending(position_));
}

void Iso9660Reader::read_directory(Tree &tree, NodeId id) {
    const Extent extent = tree.nodes[id].extents[0];
    const NodeStore::Mark mark = tree.store.mark();
    own_extents_ = {extent};
    bool is_whole = extent.size > 0;
    bool goes_on = true;
    for (position_ = extent.offset; goes_on && position_ < extent.end();) {
        if (is_exhausted_ || stop_.stop_requested() || position_ >= content_->size()) break;
        const auto read = read_at(position_, std::min(directory_piece, extent.end() - position_));
        for (std::size_t at = 0; at < read.bytes.size(); at += iso_sector) {
            const auto sector =
                std::span(read.bytes).subspan(at, static_cast<std::size_t>(std::min<std::uint64_t>(iso_sector, read.bytes.size() - at)));
            const auto self = parse_directory_record(sector);
            const bool has_self = self && self->is_self();
            // A directory whose size is too large runs into another one, whose records it must not take.
            const bool is_another = has_self && position_ > extent.offset && tree.place(self->block) == position_;
            goes_on = !is_another && has_room(tree) && tree.claim(position_, sector.size()) == sector.size();
            if (!goes_on) break;
            if (read.is_lost({at, sector.size()}) || !read_records(tree, id, sector)) is_whole = false;
            // A directory that does not begin with its own record is damaged, for example zeroed.
            if (position_ == extent.offset && !has_self) is_whole = false;
            position_ += sector.size();
        }
    }
    close_file(tree);
    Node &node = tree.nodes[id];
    if (!std::exchange(associated_, {}).empty()) is_whole = false;
    if (!is_whole || position_ < extent.end()) node.is_incomplete = true;
    if (own_extents_ != std::vector{extent}) node.extents = tree.store.extents.keep(own_extents_);
    if (witnessed_) compare_and_forget(tree, id, mark);
    for (const NodeId child : tree.children(id))
        if (tree.nodes[child].kind == NodeKind::directory) enqueue(tree, child);
}

/// False if the sector holds invalid bytes or no record: every sector of a directory has a record, and zeros after the last.
bool Iso9660Reader::read_records(Tree &tree, NodeId directory, std::span<const std::byte> sector) {
    if (sector[0] == std::byte{0}) return false;
    while (!sector.empty() && sector[0] != std::byte{0}) {
        const auto record = parse_directory_record(sector);
        if (!record) return false;
        add_record(tree, directory, *record);
        sector = sector.subspan(record->length);
    }
    return is_all_zero(sector);
}

RockRidge Iso9660Reader::read_rock_ridge(Tree &tree, NodeId directory, const DirectoryRecord &record) {
    RockRidge rock_ridge;
    if (tree.is_joliet) return rock_ridge;
    const bool is_first = record.is_self() && directory == Filesystem::root;
    const auto area = record.system_use;
    parse_system_use(is_first ? behind_xa(area) : behind_skip(area, tree.skip), rock_ridge);
    for (int hops = 0; rock_ridge.next && hops < 32; ++hops) {
        const auto next = *rock_ridge.next;
        // makefs writes offsets that extend into the following sectors.
        const std::uint64_t at = tree.place(next.block) + next.offset;
        const std::uint64_t size = std::min<std::uint64_t>(next.size, iso_sector);
        // Each record normally has its own continuation: reading the same sectors again and again means a hostile disc.
        continued_sectors_.insert(at / iso_sector);
        continued_bytes_ += std::max<std::uint64_t>(size, 28);
        if (continued_bytes_ > 65536 + 2 * iso_sector * continued_sectors_.size()) is_exhausted_ = true;
        if (is_exhausted_ || stop_.stop_requested()) {
            tree.nodes[directory].is_incomplete = true;
            break;
        }
        // Continuations belong to the directory: losing them loses names and attributes.
        add_extent(own_extents_, {at / iso_sector * iso_sector, iso_sector});
        const auto read = read_at(at, size);
        if (!read.lost.empty() || is_all_zero(read.bytes)) {
            tree.nodes[directory].is_incomplete = true;
            break;
        }
        parse_system_use(read.bytes, rock_ridge);
    }
    return rock_ridge;
}

/// Counts which habits of the disc the record of `node` keeps or breaks.
void Iso9660Reader::judge(Tree &tree, NodeId node, const DirectoryRecord &record, const RockRidge &rock_ridge) {
    if (witnessed_) return;  // nodes of the witness are not shown
    const auto note = [&](Habit &habit, bool is_kept) {
        if (is_kept) habit.keep();
        else habit.breach(node);
    };
    note(tree.copies, record.copies_agree());
    // If both numbers contradict their copies, the bytes are not the beginning of a record.
    const bool is_record = record.block == record.block_copy || record.size == record.size_copy;
    const bool has_form = tree.has_rock_ridge ? rock_ridge.is_well_formed : is_all_zero(record.system_use);
    note(tree.form, is_record && has_form && record.attribute_blocks == 0);
    if (tree.has_rock_ridge) note(tree.rock_ridge, rock_ridge.mode && rock_ridge.copies_agree);
}

void Iso9660Reader::add_record(Tree &tree, NodeId directory, const DirectoryRecord &record) {
    if (record.is_parent()) {
        RockRidge rock_ridge;
        if (!tree.is_joliet) parse_system_use(behind_skip(record.system_use, tree.skip), rock_ridge);
        return judge(tree, directory, record, rock_ridge);
    }
    // As in Linux, associated files (a Mac's resource forks) are not shown. If no file of the same name follows, the flag is damaged.
    const std::string_view stored(reinterpret_cast<const char *>(record.name.data()), record.name.size());
    if (!associated_.empty() && associated_ != stored) tree.nodes[directory].is_incomplete = true;
    associated_ = record.is_associated ? stored : std::string_view();
    if (record.is_associated) return;
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
        judge(tree, directory, record, rock_ridge);
        return;
    }

    const std::string name = rock_ridge.name ? *rock_ridge.name : tree.is_joliet ? joliet_name(record.name) : iso_name(record.name);
    Node node{.name = name, .mtime = rock_ridge.mtime.value_or(record.mtime)};
    node.kind = kind_of(rock_ridge, record.is_directory || rock_ridge.child_block);
    node.mode = rock_ridge.mode.value_or(node.kind == NodeKind::directory ? 0555 : 0444) & 07777;
    node.uid = rock_ridge.uid;
    node.gid = rock_ridge.gid;
    node.links = rock_ridge.links;
    node.inode = rock_ridge.inode;
    node.link_target = rock_ridge.link_target;
    if (rock_ridge.has_device) set_device(node, rock_ridge);
    if (node.kind == NodeKind::file) return add_file(tree, directory, node, record, rock_ridge);
    close_file(tree);

    Extent extent;
    if (node.kind == NodeKind::directory) {
        if (rock_ridge.child_block) {
            const std::uint64_t moved = tree.place(*rock_ridge.child_block);
            extent = {moved, own_size(tree, moved).value_or(iso_sector)};
        } else {
            extent = extent_of(tree, record, true);
        }
        node.size = extent.size;
        node.extents = {&extent, 1};
        const Node &folder = tree.nodes[directory];
        const bool is_moved = rock_ridge.is_relocated || (tree.has_rock_ridge && folder.parent == Filesystem::root && is_for_moved(folder.name));
        if (is_moved) {
            node.name = tree.store.keep(node.name);
            node.extents = tree.store.extents.keep(node.extents);
            tree.relocated.push_back({directory, node});
            return;
        }
    }
    judge(tree, tree.append(directory, node), record, rock_ridge);
}

void Iso9660Reader::add_file(Tree &tree, NodeId directory, Node node, const DirectoryRecord &record, const RockRidge &rock_ridge) {
    const Extent extent = extent_of(tree, record, false);
    // A file of several extents has a record for each; all but the last have the flag "more extents".
    if (open_file_ == Node::none || tree.nodes[open_file_].name != node.name) {
        close_file(tree);
        if (node.links > 1 && node.inode == 0) node.inode = extent.offset;
        open_file_ = tree.append(directory, node);
        open_is_whole_ = true;
        if (!record.copies_agree())
            tree.other_places[open_file_] = {tree.place(record.block) + tree.place(record.block_copy) - extent.offset,
                                             std::uint64_t{record.size} + record.size_copy - extent.size};
    }
    Node &file = tree.nodes[open_file_];
    open_is_whole_ = add_extent(open_extents_, extent) && open_is_whole_;
    file.size += extent.size;
    file.is_incomplete = record.has_more_extents || !open_is_whole_;
    judge(tree, open_file_, record, rock_ridge);
    if (record.has_more_extents) return;
    if (rock_ridge.zisofs) {
        tree.zisofs[open_file_] = *rock_ridge.zisofs;
        set_inflated_size(file, *rock_ridge.zisofs, rock_ridge.inflated_size);
    }
    close_file(tree);
}

void Iso9660Reader::close_file(Tree &tree) {
    if (open_file_ != Node::none) tree.nodes[open_file_].extents = tree.store.extents.keep(open_extents_);
    open_extents_.clear();
    open_file_ = Node::none;
}

/// Where the record's bytes lie. If two copies of a number differ, the possible one is used; else the first, as in Linux: the other tree may correct
/// it.
Extent Iso9660Reader::extent_of(const Tree &tree, const DirectoryRecord &record, bool is_directory) {
    const auto begin = [&](std::uint32_t block) { return tree.place(block) + tree.place(record.attribute_blocks); };
    const auto is_possible = [&](std::uint64_t offset, std::uint64_t size) {
        return is_directory ? own_size(tree, offset).has_value() : offset + size <= content_->size();
    };
    Extent extent{begin(record.block), record.size};
    if (record.copies_agree()) return extent;
    const std::uint64_t least = std::min(record.size, record.size_copy);
    if (record.block != record.block_copy && !is_possible(extent.offset, least) && is_possible(begin(record.block_copy), least))
        extent.offset = begin(record.block_copy);
    if (record.size != record.size_copy) {
        if (is_directory) extent.size = own_size(tree, extent.offset).value_or(extent.size);
        else if (!is_possible(extent.offset, extent.size) && is_possible(extent.offset, record.size_copy)) extent.size = record.size_copy;
    }
    return extent;
}

/// Adds the part of the extent inside the content, merged with the last extent if adjacent. False if a part lies past the end of the content.
bool Iso9660Reader::add_extent(std::vector<Extent> &extents, Extent extent) const {
    const std::uint64_t there = std::min(extent.size, content_->size() - std::min(extent.offset, content_->size()));
    const bool is_whole = there == extent.size;
    if (!extents.empty() && extents.back().end() == extent.offset) extents.back().size += there;
    else if (there > 0 && (extents.empty() || extents.back() != extent)) extents.push_back({extent.offset, there});
    return is_whole;
}

/// Queues a directory for reading. One that was met before, which may be a loop, stays empty and is marked.
void Iso9660Reader::enqueue(Tree &tree, NodeId id) {
    const auto &family = tree.families[id];
    const std::uint64_t offset = tree.nodes[id].extents[0].offset;
    if (family.depth <= max_depth && family.path_length <= max_path_length && tree.directories.emplace(offset, id).second)
        tree.pending.emplace(offset, id);
    else tree.nodes[id].is_incomplete = true;
}

/// The size in the directory's own record at `offset`. None if no directory begins there.
std::optional<std::uint64_t> Iso9660Reader::own_size(const Tree &tree, std::uint64_t offset) {
    const auto read = read_at(offset, iso_sector);
    const auto self = parse_directory_record(read.bytes);
    if (!self || !self->is_self() || tree.place(self->block) != offset) return std::nullopt;
    return self->size;
}

bool Iso9660Reader::has_room(const Tree &tree) {
    if (tree.bytes() + other_tree_bytes_ > most_bytes_ || tree.path_bytes > 8 * most_bytes_) is_exhausted_ = true;
    return !is_exhausted_;
}

TolerantRead Iso9660Reader::read_at(std::uint64_t offset, std::uint64_t size) {
    auto read = records_.read(offset, size);
    if (records_.is_exhausted()) is_exhausted_ = true;
    return read;
}

}  // namespace cloop
