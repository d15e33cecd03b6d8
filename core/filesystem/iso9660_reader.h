// Builds a Filesystem from the records on a disc, damaged ones included.

#pragma once

#include "filesystem/iso9660_records.h"

#include <deque>
#include <unordered_map>

namespace cloop {

/// Used once, by one thread.
class Iso9660Reader {
public:
    Iso9660Reader(SourcePtr content, std::stop_token stop) : content_(std::move(content)), stop_(std::move(stop)) {}

    Result<std::shared_ptr<const Filesystem>> read();

private:
    /// One of the two trees of a disc: the primary one with Rock Ridge, or Joliet's.
    struct Tree {
        bool is_joliet = false;
        std::uint32_t block_size = iso_sector;
        std::uint8_t skip = 0;          ///< bytes before Rock Ridge in each system use area
        bool has_rock_ridge = false;
        std::vector<Node> nodes;
        std::unordered_map<std::uint64_t, NodeId> directories;  ///< by offset: each is read once, so nothing loops
        std::deque<NodeId> pending;     ///< directories still to be read
        struct Relocated {
            NodeId parent;
            Node node;
        };
        std::vector<Relocated> relocated;  ///< moved directories: shown where they came from, if that can be read

        std::uint64_t place(std::uint32_t block) const { return std::uint64_t{block} * block_size; }
    };

    Status read_descriptors();
    void read_descriptors_behind(std::uint64_t first);
    std::optional<std::uint64_t> later_session() const;
    void find_roots();
    Error what_else() const;
    Tree read_tree(const VolumeDescriptor &volume, bool is_joliet);
    void read_pending(Tree &tree);
    void read_directory(Tree &tree, NodeId id);
    bool read_records(Tree &tree, NodeId directory, std::span<const std::byte> sector);
    void add_record(Tree &tree, NodeId directory, const DirectoryRecord &record);
    RockRidge read_rock_ridge(Tree &tree, NodeId directory, const DirectoryRecord &record);
    void add_directory(Tree &tree, NodeId parent, Node node);
    void place_relocated(Tree &tree);
    bool add_extent(Node &node, std::uint64_t offset, std::uint64_t size) const;
    std::uint64_t own_size(std::uint64_t offset);
    NodeId append(Tree &tree, NodeId parent, Node node);

    void recover(Tree &main, const Tree &other, const VolumeDescriptor &volume);
    void recover_directory(Tree &main, NodeId id, const Tree &other, const std::vector<PathTableEntry> &path_table);
    void adopt(Tree &main, NodeId parent, const Tree &other, NodeId from);
    std::vector<std::byte> read_path_table(const VolumeDescriptor &volume, bool &is_big_endian);
    void add_structures(Tree &main, const Tree &other);

    SourcePtr content_;
    std::stop_token stop_;
    std::optional<VolumeDescriptor> primary_;
    std::optional<VolumeDescriptor> joliet_;
    std::uint64_t session_ = 0;            ///< bytes: where the session begins that is read, the last one
    std::uint64_t descriptors_end_ = 0;
    bool has_lost_descriptors_ = false;
};

} // namespace cloop
