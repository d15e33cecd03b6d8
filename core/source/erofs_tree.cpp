// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/erofs_tree.h"

#include "base/sha256.h"
#include "source/erofs_stream.h"

#include <sys/sysmacros.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace cloop {

namespace {

constexpr std::uint64_t rounded_up(std::uint64_t size, std::uint64_t unit) { return (size + unit - 1) / unit * unit; }

} // namespace

ErofsTree::ErofsTree(TreeOptions options, std::optional<std::int64_t> newest) : ContentTree(std::move(options), newest) {
    ErofsNode &root = nodes_.emplace_back();
    root.folder = std::make_unique<ErofsFolder>(nullptr);
    root.inode.mode = S_IFDIR | 0755;
    root.inode.links = 2;
}

void ErofsTree::set(ErofsNode &node, const NodeAttributes &attributes, const std::string &name) {
    const Owner owner = owner_of(attributes);
    node.inode.mode = static_cast<std::uint16_t>(attributes.mode);
    node.inode.uid = owner.uid;
    node.inode.gid = owner.gid;
    node.inode.time = time_of(attributes);
    node.inode.nanoseconds = node.inode.time == attributes.mtime ? attributes.nanoseconds : 0;
    node.attributes.clear();
    for (const auto &[attribute, value] : attributes.extended) {
        const auto packed = erofs::pack_attribute(attribute, value);
        if (!packed || std::max(node.attributes.size(), erofs::attributes_head_size) + packed->size() > erofs::most_attributes) {
            note(ErrorCode::attributes_left_out, name);
            continue;
        }
        if (node.attributes.empty()) node.attributes.resize(erofs::attributes_head_size);
        node.attributes.insert(node.attributes.end(), packed->begin(), packed->end());
    }
    node.inode.attribute_units = erofs::attribute_units(node.attributes.size());
}

Result<ErofsNode *> ErofsTree::add(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    if (name.size() > erofs::longest_name) return fail(ErrorCode::entry_name_too_long, name);
    ErofsNode &node = nodes_.emplace_back();
    set(node, attributes, name);
    static_cast<ErofsNode *>(parent)->folder->add(name, node);
    return &node;
}

Result<ContentTree::Directory *> ErofsTree::add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    CLOOP_LET(node, add(parent, name, attributes));
    auto *above = static_cast<ErofsNode *>(parent);
    ++above->inode.links;
    node->inode.links = 2;
    node->folder = std::make_unique<ErofsFolder>(above);
    return node;
}

void ErofsTree::set_attributes(Directory *directory, const NodeAttributes &attributes) { set(*static_cast<ErofsNode *>(directory), attributes, "/"); }

Status ErofsTree::add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size, std::uint64_t identity,
                           int order, std::shared_ptr<FileContent> content) {
    const auto known = files_.find(identity);
    if (known != files_.end()) {
        if (name.size() > erofs::longest_name) return fail(ErrorCode::entry_name_too_long, name);
        ++known->second->inode.links;
        static_cast<ErofsNode *>(parent)->folder->add(name, *known->second);
        return {};
    }
    CLOOP_LET(node, add(parent, name, attributes));
    files_[identity] = node;
    node->inode.size = size;
    if (size > 0) contents_.push_back({order, node, std::move(content)});
    return {};
}

Status ErofsTree::add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target) {
    if (target.size() > erofs::longest_target) return fail(ErrorCode::link_too_long, name);
    CLOOP_LET(node, add(parent, name, attributes));
    node->target = target;
    node->inode.size = target.size();
    return {};
}

Status ErofsTree::add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    CLOOP_LET(node, add(parent, name, attributes));
    node->inode.place = erofs::encode_device(major(attributes.device), minor(attributes.device));
    return {};
}

Result<std::unique_ptr<ByteStream>> ErofsTree::stream(std::string name, std::stop_token stop) {
    if (auto walked = walk(stop); !walked) return std::unexpected(std::move(walked).error().at(name));
    // The inodes come first, then names and targets that lie apart, then contents.
    std::uint64_t block = rounded_up(end_, erofs_block) / erofs_block;
    for (ErofsNode *node : placed_) {
        if (node->blocks_apart() == 0) continue;
        node->inode.place = static_cast<std::uint32_t>(block);
        block += node->blocks_apart();
    }
    std::ranges::sort(contents_, {}, [](const Content &content) { return std::tie(content.order, content.node->rank); });
    for (const Content &content : contents_) {
        content.node->inode.place = static_cast<std::uint32_t>(block);
        block += rounded_up(content.node->inode.size, erofs_block) / erofs_block;
    }
    if (block > UINT32_MAX) return fail(ErrorCode::content_too_large, name);

    const std::string label = cut_label(erofs::longest_label);
    tell_notes(name);
    const ErofsNode &root = nodes_.front();
    const erofs::Superblock superblock{.root = static_cast<std::uint16_t>(root.number()),
                                       .inodes = placed_.size(),
                                       .time = static_cast<std::uint64_t>(root.inode.time),
                                       .blocks = static_cast<std::uint32_t>(block),
                                       .uuid = make_uuid(),
                                       .label = label};
    return std::make_unique<ErofsStream>(shared_from_this(), superblock, placed_, std::move(contents_), std::move(name), std::move(stop));
}

/// Places all inodes and ranks all files. Each folder's inodes lie together.
Status ErofsTree::walk(const std::stop_token &stop) {
    struct Visit {
        const ErofsFolder *folder;
        std::size_t next = 0;
    };
    place(nodes_.front());
    enter(nodes_.front());
    std::vector<Visit> open{{nodes_.front().folder.get()}};
    std::uint64_t rank = 0;
    while (!open.empty()) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        auto &[folder, next] = open.back();
        if (next == folder->names().size()) {
            open.pop_back();
            continue;
        }
        ErofsNode &node = *folder->names()[next++].node;
        if (node.folder && node.folder->parent() && node.folder->parent()->folder.get() == folder) {
            enter(node);
            open.push_back({node.folder.get()});
        } else if (node.rank == 0) {
            node.rank = ++rank;
        }
    }
    return {};
}

/// Places what lies in a folder and has no place yet: other names of a file do, and so do "." and "..".
void ErofsTree::enter(ErofsNode &folder) {
    for (const auto &[text, node] : folder.folder->names())
        if (node->place == 0) place(*node);
}

/// An inode does not cross the end of a block, nor does what lies behind it and its attributes.
void ErofsTree::place(ErofsNode &node) {
    if (node.folder) node.folder->settle(node);
    const std::uint64_t own = erofs::inode_size + node.attributes.size(), tail = node.tail();
    std::uint64_t at = rounded_up(end_, erofs::slot);
    if (at % erofs_block + erofs::inode_size > erofs_block) at = rounded_up(at, erofs_block);
    node.is_inline = tail > 0 && own + tail <= erofs_block;
    if (node.is_inline && at % erofs_block + own + tail > erofs_block) at = rounded_up(at, erofs_block);
    node.inode.layout = node.is_inline ? erofs::Layout::inline_tail : erofs::Layout::plain;
    node.place = at;
    end_ = at + own + (node.is_inline ? tail : 0);
    placed_.push_back(&node);
    node.inode.serial = static_cast<std::uint32_t>(placed_.size());
}

/// The same for the same names and attributes.
std::array<std::byte, 16> ErofsTree::make_uuid() const {
    Sha256 sum;
    std::vector<std::byte> bytes;
    for (const ErofsNode *node : placed_) {
        bytes.clear();
        node->write(bytes);
        sum.add(bytes);
    }
    const std::string digits = sum.hex();
    std::array<std::byte, 16> uuid;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        unsigned value = 0;
        std::from_chars(&digits[2 * i], &digits[2 * i + 2], value, 16);
        uuid[i] = static_cast<std::byte>(value);
    }
    // Version 8, made by a rule of one's own: RFC 9562.
    uuid[6] = (uuid[6] & std::byte{0x0F}) | std::byte{0x80};
    uuid[8] = (uuid[8] & std::byte{0x3F}) | std::byte{0x80};
    return uuid;
}

} // namespace cloop
