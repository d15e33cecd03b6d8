// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong, as values. Every fallible function of core returns a Result; the sentence that a person reads is
// made from the Error at the edge, in app/.

#pragma once

#include <cerrno>
#include <cstdint>
#include <expected>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace cloop {

/// Stable, grouped numbers: they appear in --json output. The comment says what the user can do about it.
enum class ErrorCode : std::uint16_t {
    // 1xx, the environment: the image is not to blame.
    not_found = 100,       ///< check the name
    no_permission,         ///< choose another place, or run with more rights
    already_exists,        ///< choose another name, or ask for replacement
    same_file,             ///< the output is an input: choose another name
    is_a_directory,        ///< name a file
    not_a_directory,       ///< name a folder
    no_space,              ///< make room, or choose another disc
    file_too_large,        ///< the file system takes no file of that size: choose another one
    read_failed,           ///< the disc or drive below: try another drive, or copy it with ddrescue
    write_failed,          ///< the disc or drive below
    source_changed,        ///< the input became shorter or longer while it was read: try again
    size_mismatch,         ///< the input is not as long as was announced
    source_unreadable,     ///< files in the source can't be read: make them readable, or go on without
    missing_part,          ///< a part of a split set is not there: put it beside the others
    invalid_option,        ///< the combination does not exist in this format
    invalid_pattern,       ///< of what is to be left out: it names nothing. Detail: the pattern
    unsupported_source,    ///< sockets and the like can't be a source
    archive_damaged,       ///< a check of the archive fails, or it makes no sense: fetch it again
    out_of_memory,         ///< use fewer threads or smaller blocks
    path_not_found,        ///< nothing of that name inside the image
    system,                ///< anything else that the system refused; errno tells
    invalid_map_file,      ///< no map file of ddrescue, or a line of it makes no sense
    invalid_sum_file,      ///< says nothing of the file
    other_image,           ///< the map file belongs to another image: choose the right one
    no_device,             ///< no such cloop device: load the kernel module
    not_a_cloop_device,    ///< name one of /dev/cloop0 and on
    no_free_device,        ///< detach one, or load the module with more
    device_busy,           ///< something is attached already, or still in use: detach it, or choose another device
    not_attached,          ///< nothing is attached to the device
    already_suspended,     ///< resume it first
    not_on_a_disc,         ///< not on a disc that can be taken out: suspend and resume by hand
    image_refused,         ///< the kernel does not take the image, or not for the suspended one: its log tells why
    map_without_image,     ///< the map file does not tell which image it was made of: check without it
    attributes_left_out,   ///< ISO 9660 holds no extended attributes, ACLs and capabilities: pack a tar of it where they matter
    name_changed,          ///< longer than ISO 9660 allows: give it a shorter one
    label_cut,             ///< longer than ISO 9660 allows: give a shorter one
    link_too_long,         ///< ISO 9660 has no room for the link's target: shorten it, or go on without
    layout_broken,         ///< the ISO 9660 that was made contradicts itself, or what was announced: please report it
    tree_refused,          ///< no ISO 9660 can be made of it, for the reason in `detail`
    bytes_lost,            ///< a part of the source can't be read and is zeros: another drive may read it
    archive_cut_short,     ///< the archive ends too early: fetch the rest of it
    archive_encrypted,     ///< unpack it with its password, and use the folder
    archive_method_unknown, ///< packed in a way that is not read here: unpack it with its own program, and use the folder
    archive_out_of_proportion, ///< far more names than an archive of its size holds: unpack it, and use the folder, if it is to be trusted
    no_archive,            ///< its content is not an archive, though its name says so: correct the name
    entry_refused,         ///< an entry of an archive has no place where its name says: go on without it
    content_too_large,     ///< above 8 TiB, more than ISO 9660 holds: leave something out
    taken_as_it_is,        ///< its name says that it is packed, but it is not unpacked: unpack it first, if that is what was meant
    joliet_left_out,       ///< Joliet has no room for so many long names that begin alike: shorten them where Windows is to see them
    folders_too_deep,      ///< more folders within each other than an ISO 9660 of ours takes: leave them out, or pack them as an archive
    source_grew,           ///< a file became longer while it was read: the image holds what it had when it was listed
    source_vanished,       ///< a name was deleted while its folder was listed: the image does not hold it
    pattern_unmatched,     ///< nothing lies where a pattern points: count its path from the root of the source
    name_clash,            ///< the file system takes two names for one: choose another folder, or a file system that tells them apart
    folder_moved,          ///< the target folder was moved or swapped meanwhile: try again when no other program changes it
    parts_not_joined,      ///< parts go on under a name that is not counted: join them first. Detail: that name
    part_alone,            ///< a part is taken by itself though another lies beside it. Detail: that one
    image_too_large,       ///< file_too_large of an image that is made: split it, or choose another file system
    time_changed,          ///< before 1900 or after 2155, which ISO 9660 can't tell: the nearest that it can
    output_is_terminal,    ///< an image or archive is nothing for a terminal: send it to a file or pipe
    output_unnamed,        ///< name it
    not_a_regular_file,    ///< the output is a device or a pipe, in whose place nothing is put: choose another name
    head_not_apart,        ///< head and blocks would go to the same file: name two
    codec_needs_v4,        ///< choose another codec, or version 4. Detail: the codec
    codec_without_levels,  ///< leave the level out. Detail: the codec
    level_out_of_range,    ///< choose another level. Detail: the codec and its levels, "xz: 0-9"
    input_not_seekable,    ///< standard input, where any place must be read: name a file
    invalid_date_epoch,    ///< SOURCE_DATE_EPOCH is no number of seconds: correct it. Detail: what it is
    pattern_list_too_long, ///< of what is to be left out: above 16 MiB, so probably another file
    names_too_alike,       ///< too many names of one folder begin alike for an ISO 9660: rename some. Detail: how many it takes
    library_too_old,       ///< update it. Detail: its name, and the version that is needed
    archive_needs_memory,  ///< unpack it with its own program, and use the folder. Detail: how many bytes its dictionary has
    archive_in_volumes,    ///< the last volume of a ZIP: join all of them first
    entry_unnamed,         ///< of an archive: go on without it
    entry_name_too_long,   ///< of an archive: go on without it
    entry_name_taken,      ///< an earlier entry may be the same file: go on without it, or unpack the archive and use the folder
    entry_below_file,      ///< of an archive, in what is not a folder: go on without it. Detail: that one
    entry_replaces_folder, ///< of an archive, and the folder is not empty: go on without it
    entry_in_circle,       ///< links on the way to an entry of an archive lead in a circle: go on without it
    hard_link_broken,      ///< of an archive, to what is not there: go on without it. Detail: where it leads
    hard_link_to_folder,   ///< of an archive: go on without it
    disc_mounted_twice,    ///< unmount it at `subject`
    disc_busy,             ///< close what uses the disc
    drive_stays_closed,    ///< take the disc out by hand
    device_has_partitions, ///< can't be suspended: unmount and detach it instead
    zip_too_small,         ///< 65 535 names and 4 GiB are the most that a .zip of ours holds: choose .tar.xz
    pack_name_unknown,     ///< neither .tar.xz nor .zip: correct the name

    // 2xx, the image: damaged, or not an image.
    not_cloop = 200,       ///< not a cloop image
    head_cut_short,        ///< the file ends within the head
    bad_block_size,        ///< 0, no multiple of 512, or above 64 MiB
    index_too_large,       ///< above 512 MiB: no image of that kind was ever made
    no_sound_entry,        ///< nothing of the index can be trusted
    entry_damaged,         ///< the index does not tell where the block lies
    block_missing,         ///< the file ends before the block does: fetch the rest of it
    block_damaged,         ///< the stored data does not inflate to a block
    block_unreadable,      ///< the medium below gave an error: try another drive
    codec_unknown,         ///< a codec number that no version defines
    codec_not_built_in,    ///< a codec that is known, but not to this build. Detail: its name
    verify_failed,         ///< the image was written, but reads back differently: suspect the disc or the memory
    no_filesystem,         ///< the content is not a file system that is known: look at it by other means
    directory_damaged,     ///< a directory inside can't be read
    unsafe_name,           ///< a name inside would lead out of the target folder
    file_cut_short,        ///< a file inside goes on behind the end of the image: fetch the rest of it
    sum_mismatch,          ///< the file is not the one that the SHA-256 was made of: fetch it again
    freebsd_image,         ///< a format of FreeBSD's mkuzip that only FreeBSD reads: unpack it there
    compression_unknown,   ///< a file inside is compressed in a way that is not known here
    other_filesystem,      ///< the content is something that the kernel reads: attach and mount it. Detail: its name
    raw_cd_sectors,        ///< sectors with all that a drive adds to them: convert them to sectors of 2048 bytes
    record_damaged,        ///< where a file inside lies, its size or its name is stored in different ways: compare it with another copy
    tree_too_large,        ///< its directories claim more than is there: a part of the tree is left out

    // 3xx, ours.
    internal = 300,        ///< please report it

    // 4xx, no error at all.
    cancelled = 400,
};

/// The group of a code, and with it the exit status of a command.
constexpr bool is_image_fault(ErrorCode code) { return code >= ErrorCode::not_cloop && code < ErrorCode::internal; }

/// One failure. A plain value; `subject` names the file, `detail` a number or a second name where the sentence needs one.
struct Error {
    static constexpr std::uint64_t nowhere = std::numeric_limits<std::uint64_t>::max();

    ErrorCode code = ErrorCode::internal;
    int sys = 0;                      ///< errno, 0 where the system had no part in it
    std::uint64_t offset = nowhere;   ///< byte offset in `subject`
    std::uint64_t block = nowhere;    ///< block of the image
    std::string subject{};
    std::string detail{};
    std::uint64_t more = 0;           ///< how many others it happened to, beside those that `detail` names

    /// Adds the file that it happened in; an earlier, more precise name stays.
    [[nodiscard]] Error at(std::string_view name) && {
        if (subject.empty()) subject = name;
        return std::move(*this);
    }
};

/// A value, or the error that came in its place. The compiler warns where it is dropped unseen.
template <class T> class [[nodiscard]] Result : public std::expected<T, Error> {
public:
    using std::expected<T, Error>::expected;
    Result(std::expected<T, Error> other) : std::expected<T, Error>(std::move(other)) {}
};
using Status = Result<void>;

inline std::unexpected<Error> fail(ErrorCode code) { return std::unexpected(Error{.code = code}); }
inline std::unexpected<Error> fail(ErrorCode code, std::string_view subject, std::string_view detail = {}) {
    return std::unexpected(Error{.code = code, .subject = std::string(subject), .detail = std::string(detail)});
}

/// The error for a refused system call: errno decides the code; `otherwise` where it tells nothing.
Error system_error(int sys, ErrorCode otherwise, std::string_view subject);
inline std::unexpected<Error> fail_errno(ErrorCode otherwise, std::string_view subject) {
    return std::unexpected(system_error(errno, otherwise, subject));
}

/// Returns the error of a Status out of the calling function.
#define CLOOP_TRY(expression)                                                                                                    \
    do {                                                                                                                         \
        if (auto cloop_status = (expression); !cloop_status) return std::unexpected(std::move(cloop_status).error());            \
    } while (false)

/// Declares `name` as the value of a Result, or returns its error out of the calling function.
#define CLOOP_LET(name, ...)                                                                                                      \
    auto name##_or_error = __VA_ARGS__;                                                                                           \
    if (!name##_or_error) return std::unexpected(std::move(name##_or_error).error());                                             \
    auto &&name = *std::move(name##_or_error)

} // namespace cloop
