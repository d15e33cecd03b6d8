// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of files that becomes the stream of a file system.

#pragma once

#include "base/byte_stream.h"
#include "source/extended_attributes.h"
#include "source/file_content.h"
#include "source/iso_boot.h"
#include "source/source_filter.h"

#include <sys/stat.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace cloop {

/// The file systems that can be made.
enum class TreeKind { iso9660, erofs };

struct NodeAttributes {
    mode_t mode = 0;                ///< type and permissions
    uid_t uid = 0;
    gid_t gid = 0;
    std::int64_t mtime = 0;         ///< seconds since 1970
    dev_t device = 0;               ///< of a device node
    std::uint32_t nanoseconds = 0;  ///< of mtime
    ExtendedAttributes extended{};
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

struct TreeOptions {
    TreeKind kind = TreeKind::iso9660;
    std::string label{};           ///< the volume's name
    std::optional<IsoBoot> boot{}; ///< of an ISO 9660; none: it does not boot
    /// Of the volume, in seconds since 1970, where SOURCE_DATE_EPOCH is not set; later times become this one. None: now.
    std::optional<std::int64_t> date{};
    bool keep_going = false;       ///< replace unreadable data by zeros instead of failing
    SourceFilter filter{};         ///< exclusions, applied by the code that fills the tree
    std::optional<Owner> owner{};  ///< of all files, instead of the source's owners
    TroubleSink on_trouble{};
    TroubleSink on_note{};         ///< called for what the image holds differently from the source; once per code; the build goes on
};

/// Fill it, then turn it into a stream. Used by one thread at a time.
class ContentTree : public std::enable_shared_from_this<ContentTree> {
public:
    /// The kind's own; lives as long as the tree.
    struct Directory {};

    /// Errors: invalid_date_epoch, if SOURCE_DATE_EPOCH is no time; those of libisofs.
    static Result<std::shared_ptr<ContentTree>> make(TreeOptions options);
    virtual ~ContentTree() = default;

    /// Whether NodeAttributes::extended is kept. If not, the code that fills the tree notes attributes_left_out.
    virtual bool keeps_extended_attributes() const = 0;

    virtual Directory *root() = 0;
    virtual Result<Directory *> add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes) = 0;
    virtual void set_attributes(Directory *directory, const NodeAttributes &attributes) = 0;

    /// `identity`: equal for hard links to the same content. `order`: contents are laid out by it, then in the order of a walk through the tree.
    virtual Status add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size,
                            std::uint64_t identity, int order, std::shared_ptr<FileContent> content) = 0;
    virtual Status add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target) = 0;
    /// Devices, pipes, sockets.
    virtual Status add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes) = 0;

    /// Turns the complete tree into a stream, whose exact size is known at once and which keeps the tree. Call once. `name`: for messages.
    virtual Result<std::unique_ptr<ByteStream>> stream(std::string name, std::stop_token stop) = 0;

    /// Reports an unreadable part of the source. Error: source_unreadable, unless options.keep_going.
    Status trouble(const Error &error) const;

    /// Notes that the image holds this differently. Reported when the stream is made, later notes at its end: one error per code, with the first two
    /// names and a count.
    void note(ErrorCode code, const std::string &name);

    /// Reports the notes since the last call. `source`: for messages. Called by the stream.
    void tell_notes(const std::string &source);

protected:
    /// `newest`: later times become this one. See SOURCE_DATE_EPOCH, reproducible-builds.org.
    ContentTree(TreeOptions options, std::optional<std::int64_t> newest) : options_(std::move(options)), newest_(newest) {}

    const TreeOptions &options() const { return options_; }
    const std::optional<std::int64_t> &newest() const { return newest_; }
    /// The label cut to `most` bytes, in whole characters; notes it if that changes it.
    std::string cut_label(std::size_t most);
    Owner owner_of(const NodeAttributes &attributes) const { return options_.owner.value_or(Owner{attributes.uid, attributes.gid}); }
    std::int64_t time_of(const NodeAttributes &attributes) const { return newest_ ? std::min(*newest_, attributes.mtime) : attributes.mtime; }

private:
    /// Names noted for one code.
    struct Note {
        std::string names;  ///< the first ones
        std::uint64_t count = 0;
    };

    const TreeOptions options_;
    std::optional<std::int64_t> newest_;
    std::map<ErrorCode, Note> notes_;
};

} // namespace cloop
