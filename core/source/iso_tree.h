// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of files, and the ISO 9660 stream that libisofs makes of it: Rock Ridge with owners, modes, links and devices; Joliet; files of any size.
// Needs no temporary files.

#pragma once

#include "base/byte_stream.h"
#include "source/file_content.h"
#include "source/source_filter.h"

#include <sys/stat.h>

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

struct NodeAttributes {
    mode_t mode = 0;  ///< type and permissions
    uid_t uid = 0;
    gid_t gid = 0;
    time_t mtime = 0;
    dev_t device = 0;  ///< of a device node
};

/// Bytes: ISO 9660 has 2^32 sectors of 2048 bytes; 2 GiB are reserved for directories and other metadata.
constexpr std::uint64_t most_content = (std::uint64_t{1} << 43) - (std::uint64_t{1} << 31);

/// Maximum nesting: libisofs recurses for each folder; 1000 levels take 384 KiB of stack.
constexpr std::size_t deepest_folder = 1000;

struct Owner {
    uid_t uid = 0;
    gid_t gid = 0;
};

/// Called for each unreadable part of the source, by name. Called from the thread that reads the stream or builds the tree.
using TroubleSink = std::function<void(const Error &)>;

struct IsoOptions {
    std::string label;         ///< the volume's name
    bool keep_going = false;   ///< replace unreadable data by zeros instead of failing
    SourceFilter filter{};     ///< exclusions, applied by the code that fills the tree
    std::optional<Owner> owner{};  ///< of all files, instead of the source's owners
    TroubleSink on_trouble;
    TroubleSink on_note;       ///< called for what the image holds differently from the source; once per code; the build goes on
};

/// Fill it, then turn it into a stream. Used by one thread at a time.
class IsoTree {
public:
    struct Directory;  ///< libisofs's; lives as long as the tree

    static Result<std::unique_ptr<IsoTree>> make(IsoOptions options);
    ~IsoTree();

    Directory *root();
    Result<Directory *> add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes);
    void set_attributes(Directory *directory, const NodeAttributes &attributes);

    /// `identity`: equal for hard links to the same content. `order`: contents are laid out by it.
    Status add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size,
                    std::uint64_t identity, int order, std::shared_ptr<FileContent> content);
    Status add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target);
    /// Devices, pipes, sockets.
    Status add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes);

    /// Reports an unreadable part of the source. Error: source_unreadable, unless options.keep_going.
    Status trouble(const Error &error);

    /// Notes that the image holds this differently. Reported when the stream is made, later notes at its end: one error per code, with the first two
    /// names and a count.
    void note(ErrorCode code, const std::string &name);

    /// Turns the complete tree into a stream, whose exact size is known at once and which owns the tree.
    /// `name`: for messages.
    static Result<std::unique_ptr<ByteStream>> stream(std::unique_ptr<IsoTree> tree, std::string name, std::stop_token stop);

private:
    void note_change(const std::string &name);
    Status settle(class AlikeNames &alike, const std::stop_token &stop);

    struct State;
    friend class IsoTreeStream;
    explicit IsoTree(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace cloop
