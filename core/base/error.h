// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as values. Every function of core that can fail returns a Result; app/ makes the message for the user from the Error.

#pragma once

#include <cerrno>
#include <cstdint>
#include <expected>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace cloop {

/// The numbers are stable and grouped, because they appear in --json output. Each comment says what the user can do.
enum class ErrorCode : std::uint16_t {
    // 1xx: the environment; the image is not the cause.
    not_found = 100,       ///< check the name
    no_permission,         ///< choose another place, or run with more rights
    already_exists,        ///< choose another name, or ask for replacement
    same_file,             ///< the output is an input: choose another name
    is_a_directory,        ///< name a file
    not_a_directory,       ///< name a folder
    no_space,              ///< make room, or choose another disc
    file_too_large,        ///< the file system takes no file of that size: choose another one
    read_failed,           ///< by the disc or drive: try another drive, or copy it with ddrescue
    write_failed,          ///< by the disc or drive
    source_changed,        ///< the input was changed while it was read: try again
    size_mismatch,         ///< the input is not as long as announced
    source_unreadable,     ///< files in the source can't be read: make them readable, or go on without
    missing_part,          ///< a part of a split set does not exist: put it beside the others
    invalid_option,        ///< the combination does not exist in this format
    invalid_pattern,       ///< an exclude pattern that names nothing. Detail: the pattern
    unsupported_source,    ///< a socket or the like can't be a source
    archive_damaged,       ///< a check of the archive fails, or its structure is invalid: fetch it again
    out_of_memory,         ///< use fewer threads or smaller blocks
    path_not_found,        ///< the image holds no such path
    system,                ///< any other refused system call; errno says why
    invalid_map_file,      ///< not a map file of ddrescue, or a line is invalid
    invalid_sum_file,      ///< it has no sum for the file
    other_image,           ///< the map file belongs to another image: choose the right one
    no_device,             ///< no such cloop device: load the kernel module
    not_a_cloop_device,    ///< name one of /dev/cloop0, /dev/cloop1, …
    no_free_device,        ///< detach one, or load the module with more
    device_busy,           ///< an image is attached already, or still in use: detach it, or choose another device
    not_attached,          ///< nothing is attached to the device
    already_suspended,     ///< resume it first
    not_on_a_disc,         ///< the image is not on a removable disc: suspend and resume by hand
    image_refused,         ///< the kernel refuses the image, or it is not the suspended one: its log says why
    map_without_image,     ///< the map file does not name its image: check without it
    attributes_left_out,   ///< ISO 9660 can't hold extended attributes, ACLs and capabilities: pack a tar if they matter
    name_changed,          ///< longer than ISO 9660 allows: give it a shorter one
    label_cut,             ///< longer than ISO 9660 allows: give a shorter one
    link_too_long,         ///< ISO 9660 has no room for the link's target: shorten it, or go on without
    layout_broken,         ///< the ISO 9660 made here contradicts itself or its announced size: please report it
    tree_refused,          ///< libisofs can't make an ISO 9660 of it; `detail` says why
    bytes_lost,            ///< a part of the source can't be read and is zeros: another drive may read it
    archive_cut_short,     ///< the archive ends too early: fetch the rest of it
    archive_encrypted,     ///< unpack it with its password, and use the folder
    archive_method_unknown, ///< an unsupported compression method: unpack it with its own program, and use the folder
    archive_out_of_proportion, ///< far more names than its size explains: if you trust it, unpack it and use the folder
    no_archive,            ///< named like an archive, but not one: correct the name
    entry_refused,         ///< an archive entry can't be placed where its name says: go on without it
    content_too_large,     ///< above 8 TiB, the limit of ISO 9660: leave something out
    taken_as_it_is,        ///< named like a packed file that is not unpacked here: unpack it first, if that was meant
    joliet_left_out,       ///< Joliet has no room for so many long names that begin alike: shorten them if Windows must show them
    folders_too_deep,      ///< nested deeper than an ISO 9660 made here may be: leave them out, or pack them as an archive
    source_grew,           ///< a file grew while it was read: the image holds the bytes that it had when it was listed
    source_vanished,       ///< deleted while its folder was listed: not in the image
    pattern_unmatched,     ///< a pattern for one place matches nothing: give its path from the root of the source
    name_clash,            ///< the file system treats two names as the same: choose another folder or file system
    folder_moved,          ///< the target folder was moved or replaced meanwhile: try again when no other program changes it
    parts_not_joined,      ///< the next part has a name that is not supported: join the parts first. Detail: that name
    part_alone,            ///< a part is read by itself though another lies beside it. Detail: the other one
    image_too_large,       ///< file_too_large for a new image: split it, or choose another file system
    time_changed,          ///< before 1900 or after 2155, outside ISO 9660's range: the nearest possible time is stored
    output_is_terminal,    ///< images and archives are not written to a terminal: send them to a file or pipe
    output_unnamed,        ///< name the output
    not_a_regular_file,    ///< the output is a device or pipe, which is never replaced: choose another name
    head_not_apart,        ///< head and blocks would go to the same file: name two
    codec_needs_v4,        ///< choose another codec, or version 4. Detail: the codec
    codec_without_levels,  ///< leave the level out. Detail: the codec
    level_out_of_range,    ///< choose another level. Detail: the codec and its levels, "xz: 0-9"
    input_not_seekable,    ///< standard input, where random access is needed: name a file
    invalid_date_epoch,    ///< SOURCE_DATE_EPOCH is not a number of seconds: correct it. Detail: its value
    pattern_list_too_long, ///< the list of exclude patterns is above 16 MiB, so probably another file
    names_too_alike,       ///< too many names of one folder begin alike for ISO 9660: rename some. Detail: the limit
    library_too_old,       ///< update it. Detail: its name and the version needed
    archive_needs_memory,  ///< unpack it with its own program, and use the folder. Detail: bytes of its dictionary
    archive_in_volumes,    ///< the last volume of a ZIP: join all of them first
    entry_unnamed,         ///< an archive entry without a name: go on without it
    entry_name_too_long,   ///< in an archive: go on without it
    entry_name_taken,      ///< an earlier archive entry may be the same file: go on without it, or unpack the archive and use the folder
    entry_below_file,      ///< an archive entry below one that is not a folder: go on without it. Detail: the latter
    entry_replaces_folder, ///< an archive entry would replace a folder that is not empty: go on without it
    entry_in_circle,       ///< symbolic links on the path of an archive entry form a loop: go on without it
    hard_link_broken,      ///< in an archive, to a missing entry: go on without it. Detail: its target
    hard_link_to_folder,   ///< in an archive: go on without it
    disc_mounted_twice,    ///< unmount it at `subject`
    disc_busy,             ///< close what uses the disc
    drive_stays_closed,    ///< take the disc out by hand
    device_has_partitions, ///< can't be suspended: unmount and detach it instead
    zip_too_small,         ///< a .zip made here holds at most 65 535 names and 4 GiB: choose .tar.xz
    pack_name_unknown,     ///< neither .tar.xz nor .zip: correct the name
    name_shown_cut,        ///< of 254 or 255 bytes, which Linux cuts when it reads ISO 9660: shorten it, or make an EROFS
    device_shown_wrong,    ///< a minor number above 255, which Linux misreads in ISO 9660: make an EROFS if it matters

    // 2xx: the image is damaged, or not an image.
    not_cloop = 200,       ///< not a cloop image
    head_cut_short,        ///< the file ends within the head
    bad_block_size,        ///< 0, not a multiple of 512, or above 64 MiB
    index_too_large,       ///< above 512 MiB: no known image is that large
    no_sound_entry,        ///< no entry of the index is plausible
    entry_damaged,         ///< the index does not say where the block lies
    block_missing,         ///< the file ends before the block does: fetch the rest of it
    block_damaged,         ///< the stored data does not inflate to a block
    block_unreadable,      ///< the medium gave a read error: try another drive
    codec_unknown,         ///< a codec number that no version defines
    codec_not_built_in,    ///< a known codec that this build lacks. Detail: its name
    verify_failed,         ///< the written image reads back differently: suspect the disc or the memory
    no_filesystem,         ///< the content is not a known file system: use other tools
    directory_damaged,     ///< a directory in the image can't be read
    unsafe_name,           ///< a name in the image would lead out of the target folder
    file_cut_short,        ///< a file in the image extends past its end: fetch the rest of the image
    sum_mismatch,          ///< the file does not match its SHA-256: fetch it again
    freebsd_image,         ///< a variant by FreeBSD's mkuzip that only FreeBSD reads: unpack it there
    compression_unknown,   ///< a file in the image is compressed by an unknown method
    other_filesystem,      ///< the content is a file system for the kernel: attach and mount it. Detail: its name
    raw_cd_sectors,        ///< raw CD sectors with sync, header and ECC: convert them to sectors of 2048 bytes
    record_damaged,        ///< copies of a file's place, size or name in the image disagree: compare with another copy
    tree_too_large,        ///< its directories claim more than the image holds: a part of the tree is left out
    compressed_inside,     ///< a file that EROFS itself compresses: mount the image

    // 3xx: our own faults.
    internal = 300,        ///< please report it

    // 4xx: not an error.
    cancelled = 400,

    // 5xx: mounting, and the kernel module; the image is not the cause.
    image_away = 500,      ///< its disc is out of the drive, or another one is in: put it back
    no_system_bus,         ///< D-Bus does not run, as in a container: mount the tree, or do it as root
    helper_missing,        ///< Cloopsmith's service is not installed or can't start: install it
    polkit_missing,        ///< polkit can't be asked: install it, or do it as root
    not_authorized,        ///< polkit refuses it to this user
    no_agent,              ///< a password is needed and no agent asks for it: do it in a desktop session, or as root
    not_confirmed,         ///< the user dismissed the question for a password
    udisks_missing,        ///< udisks is not installed or can't start: install it
    udisks_refused,        ///< any other failure of udisks. Detail: its message
    fuse_missing,          ///< no /dev/fuse, or no fusermount3: install fuse3
    server_failed,         ///< cloop-fuse ended early. Detail: its message
    not_mountable,         ///< the kernel knows no file system in the content, or lacks its driver. Detail: its name
    already_mounted,       ///< use it there. Detail: the folder
    not_mounted,           ///< neither mounted nor attached
    still_in_use,          ///< close what uses it. Detail: the names of the programs
    folder_needed,         ///< name a folder to mount at
    folder_not_empty,      ///< choose an empty folder to mount at
    module_busy,           ///< the kernel module is in use: detach all devices
    module_needs,          ///< the module can't be built: install what is missing. Detail: the packages
    module_build_failed,   ///< the log says why. Detail: its last line
    module_not_signed,     ///< Secure Boot refuses the module: enrol its key
    module_not_loadable,   ///< the kernel refuses the module. Detail: its message
    service_busy,          ///< it works for another request: try again
    no_such_partition,     ///< choose one that is there. Detail: their numbers

    // 6xx: making a disc that boots, and writing it to a stick.
    live_kit_missing = 600, ///< a file that every live disc holds is not installed: install it
    live_no_kernel,        ///< the root has no kernel, as a container's export: install one in it
    live_no_modules,       ///< the kernel's modules are missing. Detail: its version
    live_no_init,          ///< there is nothing to start: install an init system
    not_a_block_device,    ///< where a whole disk is wanted
    disk_is_a_partition,   ///< name the whole disk. Detail: that
    disk_built_in,         ///< a disk that can't be taken out is not overwritten
    disk_in_use,           ///< unmount it. Detail: where it is mounted, or what is made of it
    disk_read_only,        ///< move the switch on the card, or take another
    disk_too_small,        ///< take a larger one. Detail: how many bytes are missing
    kernel_lacks_driver,   ///< the kernel (`subject`) can't mount the disc: choose another. Detail: the driver
    disc_too_large,        ///< larger than the medium: a stronger preset, or less on it. Detail: how many bytes too many
    table_has_no_room,     ///< no partition can be added, for want of a table or of a free entry in it: write it without
    disk_has_no_rest,      ///< no room for a partition behind what is written: take a larger one. Detail: how many bytes are missing
    mke2fs_missing,        ///< it makes file systems: install it
    mke2fs_failed,         ///< detail: the last line that it wrote
    disk_changed,          ///< the chosen disk is gone, or another one is in its place: choose again

    // 7xx: compressing on other computers.
    cluster_url_invalid = 700, ///< correct it. Detail: the part that is wrong
    nats_server_missing,   ///< nats-server is not installed: install it
    nats_server_failed,    ///< it ended at once. Detail: its last line
    cluster_unreachable,   ///< nobody answers at `subject`: check address and firewall. Detail: the library's message
    cluster_refused,       ///< the server at `subject` takes neither token nor password nor key: copy the line again
    cluster_not_trusted,   ///< the server at `subject` has another certificate than the one named
    cluster_lacks_streams, ///< a NATS server without JetStream: start it with -js. Detail: the library's message
    cluster_block_too_large, ///< choose smaller blocks. Detail: the most bytes that the server passes on
    cluster_not_built_in,  ///< this build lacks it: use one that has it
    cluster_not_permitted, ///< the server at `subject` forbids a subject: let this user have it. Detail: the server's words
};

static_assert(ErrorCode::device_shown_wrong < ErrorCode::not_cloop, "1xx is full");

/// Whether the image is at fault: decides the exit status of a command.
constexpr bool is_image_fault(ErrorCode code) { return code >= ErrorCode::not_cloop && code < ErrorCode::internal; }

/// One failure. `subject` names the file; `detail` holds a number or a second name if the message needs one.
struct Error {
    static constexpr std::uint64_t nowhere = std::numeric_limits<std::uint64_t>::max();

    ErrorCode code = ErrorCode::internal;
    int sys = 0;                      ///< errno; 0 if no system call failed
    std::uint64_t offset = nowhere;   ///< byte offset in `subject`
    std::uint64_t block = nowhere;    ///< block of the image
    std::string subject{};
    std::string detail{};
    std::uint64_t more = 0;           ///< number of further names with the same error, beside those in `detail`

    /// Sets the file's name; an earlier, more precise one stays.
    [[nodiscard]] Error at(std::string_view name) && {
        if (subject.empty()) subject = name;
        return std::move(*this);
    }
};

/// A value or an error. The compiler warns if it is ignored.
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

/// The error for a failed system call: `sys` (errno) decides the code; `otherwise` is used for any errno without a code of its own.
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
