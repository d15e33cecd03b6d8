// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/erofs_reader.h"

#include "base/byte_order.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace cloop {

namespace {

constexpr std::uint64_t piece = 256 * 1024;

/// Where mkfs.erofs and Cloopsmith put the root.
constexpr std::uint16_t usual_root = (erofs::superblock_offset + erofs::superblock_size) / erofs::slot;

} // namespace

ErofsReader::ErofsReader(SourcePtr content, std::stop_token stop)
    : content_(std::move(content)), stop_(std::move(stop)), records_(*content_), most_bytes_(bytes_for_any_tree + content_->stored_size()) {}

std::optional<erofs::Superblock> ErofsReader::superblock_of(const ByteSource &content, bool &is_lost) {
    if (content.size() < erofs::superblock_offset + erofs::superblock_size) return std::nullopt;
    std::array<std::byte, erofs::superblock_size> bytes;
    is_lost = !read_past_damage(content, erofs::superblock_offset, bytes).empty();
    auto superblock = is_lost ? std::nullopt : erofs::load_superblock(bytes);
    if (!superblock || (superblock->incompatible & ~erofs::known_incompatible) != 0 || superblock->more_devices > 0) return std::nullopt;
    return superblock;
}

Result<std::shared_ptr<const Filesystem>> ErofsReader::read() {
    bool is_lost = false;
    const auto found = superblock_of(*content_, is_lost);
    if (!found && !is_lost) return fail(ErrorCode::no_filesystem, content_->name());
    superblock_ = found.value_or(erofs::Superblock{.root = usual_root});
    const NodeId root = add(Node::none, {.inode = superblock_.root, .type = erofs::entry_type(0040000)});
    // A root that can't be read is still a directory.
    tree_.nodes[root].kind = NodeKind::directory;
    pending_.push_back({root, superblock_.root});
    read_pending();
    if (has_losses_) recover();
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
    // Without a superblock, only directories that know their place show that it is an EROFS.
    if (is_lost && tree_.nodes[root].children.empty()) return fail(ErrorCode::no_filesystem, content_->name());
    add_structures();
    tree_.label = superblock_.label;
    tree_.size = found ? superblock_.blocks * superblock_.block_size() : content_->size();
    tree_.is_cut_short = is_exhausted_;
    return std::make_shared<const ErofsFilesystem>(std::move(content_), std::move(tree_), std::move(files_));
}

void ErofsReader::read_pending() {
    while (!pending_.empty() && !stop_.stop_requested()) {
        const Pending next = pending_.back();
        pending_.pop_back();
        read_directory(next);
        if (tree_.nodes[next.node].is_incomplete) has_losses_ = true;
    }
}

/// Adds the node of a name, and all that its inode says. A lost inode is its only extent.
NodeId ErofsReader::add(NodeId parent, const erofs::Entry &entry) {
    const std::uint32_t mode_by_name = erofs::mode_of_type(entry.type);
    Node node{.name = entry.name, .parent = parent, .kind = kind_of_mode(mode_by_name), .inode = entry.inode};
    extents_.clear();
    file_.reset();
    const bool is_inside = entry.inode <= content_->size() / erofs::slot;
    const std::uint64_t offset = is_inside ? superblock_.inode_offset(entry.inode) : content_->size();
    const TolerantRead read = read_at(offset, erofs::inode_size);
    const auto inode = read.is_lost({0, 2}) ? std::nullopt : erofs::load_inode(std::span(read.bytes).first<erofs::inode_size>(), superblock_);
    if (inode && !read.is_lost({0, inode->own_size()}) && erofs::entry_type(inode->mode) != 0) {
        inode_blocks_.insert(offset / superblock_.block_size());
        node.is_doubtful = (inode->mode & 0170000) != mode_by_name;
        describe(node, *inode, offset);
    } else {
        node.is_doubtful = node.is_incomplete = true;
        if (offset < content_->size()) extents_.push_back({offset, std::min<std::uint64_t>(erofs::inode_size, content_->size() - offset)});
    }
    std::string target;
    if (node.kind == NodeKind::symlink) {
        node.extents = extents_;
        target = read_target(node);
        if (target.size() < node.size) node.is_incomplete = true;
    }
    node.link_target = tree_.store.keep(target);
    node.name = tree_.store.keep(node.name);
    node.extents = tree_.store.extents.keep(extents_);
    const auto id = static_cast<NodeId>(tree_.nodes.size());
    tree_.nodes.push_back(node);
    if (file_) files_.emplace(id, std::move(*file_));
    return id;
}

void ErofsReader::describe(Node &node, const erofs::Inode &inode, std::uint64_t offset) {
    node.kind = kind_of_mode(inode.mode);
    node.mode = inode.mode & 07777;
    node.uid = inode.uid;
    node.gid = inode.gid;
    node.links = inode.links;
    node.mtime = inode.time;
    if (node.kind == NodeKind::character_device || node.kind == NodeKind::block_device) {
        node.device_major = erofs::device_major(inode.place);
        node.device_minor = erofs::device_minor(inode.place);
    }
    if (node.kind != NodeKind::file && node.kind != NodeKind::directory && node.kind != NodeKind::symlink) return;
    node.size = inode.size;
    const bool is_compressed = inode.layout == erofs::Layout::compressed || inode.layout == erofs::Layout::compressed_compact;
    if (is_compressed && node.kind == NodeKind::file) file_ = {.is_compressed = true};
    else if (is_compressed) node.is_incomplete = true;
    else if (inode.layout == erofs::Layout::chunks) find_chunks(node, inode, offset);
    else find_extents(node, inode, offset);
}

void ErofsReader::find_extents(Node &node, const erofs::Inode &inode, std::uint64_t offset) {
    const std::uint64_t block = superblock_.block_size();
    std::uint64_t apart = inode.size;
    if (inode.layout == erofs::Layout::inline_tail && inode.size > 0) apart = (inode.size - 1) / block * block;
    if (apart > 0) add_extent(node, {inode.place * block, apart});
    if (apart < inode.size) add_extent(node, {offset + inode.own_size() + inode.attributes_size(), inode.size - apart});
}

void ErofsReader::find_chunks(Node &node, const erofs::Inode &inode, std::uint64_t offset) {
    const std::uint64_t block = superblock_.block_size();
    const bool has_index = (inode.place & erofs::chunk_has_index) != 0;
    const std::uint64_t unit = has_index ? 8 : 4;
    ErofsFile file{.chunk_size = block << (inode.place & erofs::chunk_bits_mask)};
    const std::uint64_t count = inode.size / file.chunk_size + (inode.size % file.chunk_size != 0);
    const std::uint64_t table = (offset + inode.own_size() + inode.attributes_size() + unit - 1) / unit * unit;
    // Each chunk has an entry that is stored: a file that claims more is damaged.
    const std::uint64_t most = table < content_->size() ? (content_->size() - table) / unit : 0;
    for (std::uint64_t at = 0; at < count; at += piece / unit) {
        const std::uint64_t now = std::min(count - at, piece / unit);
        if (at + now > most || !has_room()) {
            node.is_incomplete = true;
            break;
        }
        chunk_bytes_ += now * (sizeof(std::uint64_t) + sizeof(Extent));
        const TolerantRead entries = read_at(table + at * unit, now * unit);
        if (!entries.lost.empty()) node.is_incomplete = true;
        for (std::size_t i = 0; i < now; ++i) {
            const auto place = load_le<std::uint32_t>(&entries.bytes[static_cast<std::size_t>(i * unit) + (has_index ? 4 : 0)]);
            file.chunks.push_back(place == erofs::no_block ? ErofsFile::hole : place * block);
            if (place != erofs::no_block) add_extent(node, {place * block, std::min(file.chunk_size, inode.size - (at + i) * file.chunk_size)});
        }
    }
    file_ = std::move(file);
}

/// Cuts it to the content, and merges it with the one before where it follows that.
void ErofsReader::add_extent(Node &node, Extent extent) {
    if (extent.end() > content_->size()) {
        node.is_incomplete = true;
        extent.size = content_->size() - std::min(extent.offset, content_->size());
    }
    if (extent.size == 0) return;
    if (!extents_.empty() && extents_.back().end() == extent.offset) extents_.back().size += extent.size;
    else extents_.push_back(extent);
}

/// Empty if it is too long, or a part of it is lost.
std::string ErofsReader::read_target(const Node &node) {
    std::string target;
    if (node.size > erofs::longest_target) return target;
    for (const Extent &extent : node.extents) {
        const TolerantRead read = read_at(extent.offset, extent.size);
        if (!read.lost.empty()) return {};
        target.append(reinterpret_cast<const char *>(read.bytes.data()), read.bytes.size());
    }
    return target;
}

void ErofsReader::read_directory(const Pending &pending) {
    const std::uint64_t block = superblock_.block_size();
    children_.clear();
    bool is_first = true;
    const auto extents = tree_.nodes[pending.node].extents;
    if (!directories_.emplace(tree_.nodes[pending.node].inode, pending.node).second) {
        tree_.nodes[pending.node].is_incomplete = tree_.nodes[pending.node].is_doubtful = true;
        return;
    }
    if (tree_.nodes[pending.node].is_incomplete && tree_.nodes[pending.node].mode == 0) return;  // its inode is lost
    for (const Extent &extent : extents) {
        for (std::uint64_t at = extent.offset; at < extent.end() && has_room() && !stop_.stop_requested(); at += std::min(piece, extent.end() - at)) {
            const TolerantRead read = read_at(at, std::min(piece, extent.end() - at));
            for (std::size_t begin = 0; begin < read.bytes.size(); begin += static_cast<std::size_t>(block)) {
                const auto bytes =
                    std::span(read.bytes).subspan(begin, static_cast<std::size_t>(std::min<std::uint64_t>(block, read.bytes.size() - begin)));
                if (read.is_lost({begin, bytes.size()})) tree_.nodes[pending.node].is_incomplete = true;
                else add_children(pending, bytes, is_first);
                is_first = false;
            }
        }
    }
    if (is_exhausted_) tree_.nodes[pending.node].is_incomplete = true;
    std::ranges::sort(children_, {}, [&](NodeId id) { return tree_.nodes[id].name; });
    tree_.nodes[pending.node].children = tree_.store.children.keep(children_);
}

/// Adds the names in a block of a directory, and remembers which are directories.
void ErofsReader::add_children(const Pending &pending, std::span<const std::byte> block, bool is_first) {
    const erofs::Entries read = erofs::load_entries(block);
    bool is_sound = read.is_whole;
    bool names_itself = false;
    for (const erofs::Entry &entry : read.entries) {
        if (!has_room()) break;
        if (entry.name == "." || entry.name == "..") {
            const bool is_self = entry.name == ".";
            is_sound = is_sound && entry.inode == (is_self ? tree_.nodes[pending.node].inode : pending.parent);
            names_itself = names_itself || is_self;
            continue;
        }
        const NodeId id = add(pending.node, entry);
        children_.push_back(id);
        const Node &node = tree_.nodes[id];
        const auto path_length = static_cast<std::uint32_t>(pending.path_length + 1 + entry.name.size());
        path_bytes_ += path_length;
        if (node.kind != NodeKind::directory) continue;
        if (pending.depth >= max_depth || path_length > max_path_length) tree_.nodes[id].is_incomplete = true;
        else pending_.push_back({id, tree_.nodes[pending.node].inode, pending.depth + 1, path_length});
    }
    // "." sorts before most names, but may stand behind a whole block of others.
    const bool lacks_itself = is_first && !names_itself && (read.entries.empty() || read.entries.back().name > ".");
    if (!is_sound || lacks_itself) tree_.nodes[pending.node].is_incomplete = true;
}

/// Finds directories whose names are lost, puts those that lay in a known one there, and the others into the root.
void ErofsReader::recover() {
    std::multimap<std::uint64_t, Orphan> by_parent;
    std::unordered_set<std::uint64_t> found;
    for (const Orphan &orphan : find_orphans()) {
        by_parent.emplace(orphan.parent, orphan);
        found.insert(orphan.inode);
    }
    std::vector<Orphan> taken;
    NodeId next = Filesystem::root;
    const auto adopt_known = [&] {
        for (; next < tree_.nodes.size() && !stop_.stop_requested(); ++next) {
            if (tree_.nodes[next].kind != NodeKind::directory) continue;
            taken.clear();
            for (auto [at, end] = by_parent.equal_range(tree_.nodes[next].inode); at != end; ++at)
                if (!directories_.contains(at->second.inode)) taken.push_back(at->second);
            adopt(next, taken);
        }
    };
    adopt_known();
    taken.clear();
    for (const auto &[parent, orphan] : by_parent)
        if (!directories_.contains(orphan.inode) && !found.contains(parent)) taken.push_back(orphan);
    adopt(Filesystem::root, taken);
    adopt_known();
}

/// Looks between and behind the known inodes, as long as there are directories.
std::vector<ErofsReader::Orphan> ErofsReader::find_orphans() {
    constexpr std::uint64_t behind_last = 1 << 20;
    const std::uint64_t block = superblock_.block_size(), zero = superblock_.inode_offset(0);
    const std::uint64_t begin = inode_blocks_.empty() ? superblock_.inode_offset(superblock_.root) / block * block : *inode_blocks_.begin() * block;
    std::uint64_t end = (inode_blocks_.empty() ? begin : *inode_blocks_.rbegin() * block) + behind_last;
    std::vector<Orphan> orphans;
    for (std::uint64_t at = begin; at < std::min(end, content_->size()) && has_room() && !stop_.stop_requested(); at += piece) {
        if (orphans.size() * sizeof(Orphan) > most_bytes_ / 8) break;  // they are kept three times
        const TolerantRead read = read_at(at, std::min(piece, content_->size() - at));
        for (std::size_t i = 0; i + erofs::inode_size <= read.bytes.size(); i += erofs::slot) {
            if (at + i < zero + erofs::slot || read.is_lost({i, erofs::inode_size})) continue;
            const std::uint64_t number = (at + i - zero) / erofs::slot;
            if (directories_.contains(number)) continue;
            const auto orphan = orphan_at(number, std::span(read.bytes).subspan(i, erofs::inode_size));
            if (!orphan) continue;
            orphans.push_back(*orphan);
            end = std::max(end, at + i + behind_last);
        }
    }
    return orphans;
}

/// The directory in these bytes, if its names call it so.
std::optional<ErofsReader::Orphan> ErofsReader::orphan_at(std::uint64_t number, std::span<const std::byte> bytes) {
    const auto inode = erofs::load_inode(bytes.first<erofs::inode_size>(), superblock_);
    if (!inode || kind_of_mode(inode->mode) != NodeKind::directory || inode->size == 0) return std::nullopt;
    if (inode->layout != erofs::Layout::plain && inode->layout != erofs::Layout::inline_tail) return std::nullopt;
    Node node;
    extents_.clear();
    find_extents(node, *inode, superblock_.inode_offset(number));
    if (extents_.empty()) return std::nullopt;
    const TolerantRead first = read_at(extents_[0].offset, std::min(extents_[0].size, superblock_.block_size()));
    if (!first.lost.empty()) return std::nullopt;
    std::optional<std::uint64_t> parent;
    bool names_itself = false;
    const erofs::Entries read = erofs::load_entries(first.bytes);
    for (const erofs::Entry &entry : read.entries) {
        if (entry.name == ".") names_itself = entry.inode == number;
        if (entry.name == "..") parent = entry.inode;
    }
    return names_itself && parent ? std::optional(Orphan{number, *parent}) : std::nullopt;
}

void ErofsReader::adopt(NodeId parent, std::span<const Orphan> orphans) {
    if (orphans.empty()) return;
    std::vector<NodeId> children(tree_.nodes[parent].children.begin(), tree_.nodes[parent].children.end());
    for (const Orphan &orphan : orphans) {
        if (!has_room()) break;
        const std::string name = "#" + std::to_string(orphan.inode);
        const NodeId id = add(parent, {.name = name, .inode = orphan.inode, .type = erofs::entry_type(0040000)});
        tree_.nodes[id].found_by = FoundBy::inode;
        tree_.nodes[id].is_doubtful = true;
        children.push_back(id);
        pending_.push_back({id, orphan.parent});
    }
    std::ranges::sort(children, {}, [&](NodeId child) { return tree_.nodes[child].name; });
    tree_.nodes[parent].children = tree_.store.children.keep(children);
    tree_.nodes[parent].is_incomplete = true;
    read_pending();
}

/// Names the superblock and the blocks with inodes, so that damage to them has a name.
void ErofsReader::add_structures() {
    const auto add = [&](std::string_view name, std::span<const Extent> extents) {
        std::uint64_t size = 0;
        for (const Extent &extent : extents) size += extent.size;
        tree_.nodes.push_back(
            {.name = tree_.store.keep(name), .kind = NodeKind::structure, .size = size, .extents = tree_.store.extents.keep(extents)});
    };
    const Extent superblock{erofs::superblock_offset, erofs::superblock_size};
    add("superblock", {&superblock, 1});
    std::vector<Extent> runs;
    const std::uint64_t block = superblock_.block_size();
    for (const std::uint64_t number : inode_blocks_) {
        if (!runs.empty() && runs.back().end() == number * block) runs.back().size += block;
        else runs.push_back({number * block, block});
    }
    add("inodes", runs);
}

bool ErofsReader::has_room() {
    const std::uint64_t bytes = tree_.nodes.size() * (sizeof(Node) + sizeof(NodeId)) + tree_.store.bytes() + chunk_bytes_;
    if (bytes > most_bytes_ || path_bytes_ > 8 * most_bytes_) is_exhausted_ = true;
    return !is_exhausted_;
}

TolerantRead ErofsReader::read_at(std::uint64_t offset, std::uint64_t size) {
    auto read = records_.read(offset, size);
    if (records_.is_exhausted()) is_exhausted_ = true;
    return read;
}

} // namespace cloop
