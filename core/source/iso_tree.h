// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of files, and the ISO 9660 stream that libisofs makes of it: Rock Ridge with owners, modes, links and devices; Joliet
// beside it; files of any size. Nothing is written to a disc on the way.

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

/// What a node has beside its name.
struct NodeAttributes {
    mode_t mode = 0;  ///< type and permissions
    uid_t uid = 0;
    gid_t gid = 0;
    time_t mtime = 0;
    dev_t device = 0;  ///< of a device node
};

/// Bytes: ISO 9660 counts 2^32 sectors of 2048, of which directories and whatever else is beside contents are within the last 2 GiB.
constexpr std::uint64_t most_content = (std::uint64_t{1} << 43) - (std::uint64_t{1} << 31);

/// Folders within each other: libisofs calls itself for each; that many take 384 KiB of stack.
constexpr std::size_t deepest_folder = 1000;

struct Owner {
    uid_t uid = 0;
    gid_t gid = 0;
};

/// Told of everything that can't be read, by name, as it is met. Whether the build goes on is the caller's choice beforehand.
/// Called from the thread that reads the stream or builds the tree.
using TroubleSink = std::function<void(const Error &)>;

struct IsoOptions {
    std::string label;         ///< the volume's name
    bool keep_going = false;   ///< zeros for what can't be read, instead of an end
    SourceFilter filter{};     ///< what is left out: applied by the code that fills the tree
    std::optional<Owner> owner{};  ///< of everything, in place of what the source says
    TroubleSink on_trouble;
    TroubleSink on_note;       ///< called for what the image will not hold as it is in the source; once for each code, the build goes on
};

/// Build it, then turn it into a stream. Used by one thread at a time.
class IsoTree {
public:
    struct Directory;  ///< libisofs's; lives as long as the tree

    static Result<std::unique_ptr<IsoTree>> make(IsoOptions options);
    ~IsoTree();

    Directory *root();
    Result<Directory *> add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes);
    void set_attributes(Directory *directory, const NodeAttributes &attributes);

    /// `identity`: two files with the same one are hard links to the same content. `order`: data are laid out in this order.
    Status add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size,
                    std::uint64_t identity, int order, std::shared_ptr<FileContent> content);
    Status add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target);
    /// Devices, pipes, sockets.
    Status add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes);

    /// Something could not be read. Error: source_unreadable, unless options.keep_going.
    Status trouble(const Error &error);

    /// The image will not hold this as it is. Told when the stream is made, and what came to light later at its end: one error for each code,
    /// with the first two names and a count.
    void note(ErrorCode code, const std::string &name);

    /// Everything is known now: the stream has its exact size at once. The tree goes with the stream.
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
