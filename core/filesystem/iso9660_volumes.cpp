// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/iso9660_volumes.h"

#include "base/tolerant_read.h"
#include "base/zeros.h"

#include <algorithm>

namespace cloop {

namespace {

constexpr std::uint64_t first_descriptor = 16 * iso_sector;
constexpr std::uint64_t most_descriptors = 64;

/// For lost descriptors: recognises a root directory by its first two records, which both point to their own sector.
/// Joliet names begin with a zero byte; the root of Rock Ridge has an SP entry.
void find_roots(const ByteSource &content, Iso9660Volumes &volumes, const std::stop_token &stop) {
    const std::uint64_t end = std::min<std::uint64_t>(content.size(), first_descriptor + 8192 * iso_sector);
    for (std::uint64_t at = first_descriptor; at + iso_sector <= end && !(volumes.primary && volumes.joliet) && !stop.stop_requested();
         at += iso_sector) {
        const auto read = read_past_damage(content, at, iso_sector);
        const auto self = parse_directory_record(read.bytes);
        if (!read.lost.empty() || !self || !self->is_self() || !self->is_directory || self->block * iso_sector != at) continue;
        const auto rest = std::span(read.bytes).subspan(self->length);
        const auto parent = parse_directory_record(rest);
        if (!parent || !parent->is_parent() || parent->block != self->block) continue;
        const auto first = parse_directory_record(rest.subspan(parent->length));
        const bool is_joliet = first && first->name.size() >= 2 && first->name[0] == std::byte{0};
        VolumeDescriptor found{.blocks = static_cast<std::uint32_t>(content.size() / iso_sector), .root = *self};
        found.root.name = found.root.system_use = {};
        auto &place = is_joliet ? volumes.joliet : volumes.primary;
        if (!place) place = found;
    }
}

/// Linux mounts the last session, whose tree includes the files kept from earlier ones. The next session begins where this one ends or, on a CD,
/// after lead-out, lead-in and pregap, which are longer the first time; a writer may add padding before.
std::optional<std::uint64_t> later_session(const ByteSource &content, const Iso9660Volumes &volumes) {
    constexpr std::uint64_t pregap = 150, window = 2 * pregap;
    const VolumeDescriptor &volume = volumes.primary ? *volumes.primary : *volumes.joliet;
    const std::uint64_t end =
        volumes.session + std::max<std::uint64_t>(std::uint64_t{volume.blocks} * volume.block_size, first_descriptor + iso_sector);
    for (const std::uint64_t gap : {std::uint64_t{0}, 2250 + 4500 + pregap, 6750 + 4500 + pregap}) {
        const std::uint64_t from = end / iso_sector * iso_sector + gap * iso_sector;
        if (from + first_descriptor + iso_sector > content.size()) break;
        std::vector<std::byte> bytes(static_cast<std::size_t>(std::min(window * iso_sector + first_descriptor, content.size() - from)));
        const auto got = content.read_at(from, bytes);
        if (!got) continue;  // a drive can't read between sessions
        for (std::size_t at = first_descriptor; at + iso_sector <= *got; at += iso_sector) {
            const auto found = parse_volume_descriptor(std::span(bytes).subspan(at));
            const std::uint64_t start = from + at - first_descriptor;
            // Block numbers of a session count from the beginning of the disc; those of an unrelated ISO after this one don't.
            if (found && found->type == VolumeDescriptor::Type::primary && std::uint64_t{found->root.block} * found->block_size >= start)
                return start;
        }
    }
    return std::nullopt;
}

/// Takes the first descriptor of each kind.
Iso9660Volumes volumes_behind(const ByteSource &content, std::uint64_t session) {
    Iso9660Volumes volumes{.session = session};
    const std::uint64_t first = session + first_descriptor;
    for (std::uint64_t at = first; at < first + most_descriptors * iso_sector && at + iso_sector <= content.size(); at += iso_sector) {
        const auto read = read_past_damage(content, at, iso_sector);
        volumes.descriptors_end = at + iso_sector;
        const auto volume = parse_volume_descriptor(read.bytes);
        if (!volume) {
            // After a lost or zeroed descriptor others may follow; anything else is not a file system or the end of the descriptors.
            if (read.lost.empty() && !is_all_zero(read.bytes)) break;
            volumes.has_lost_descriptors = true;
            continue;
        }
        if (volume->type == VolumeDescriptor::Type::terminator) break;
        if (volume->type == VolumeDescriptor::Type::primary && !volumes.primary) volumes.primary = *volume;
        if (volume->type == VolumeDescriptor::Type::joliet && !volumes.joliet) volumes.joliet = *volume;
    }
    return volumes;
}

} // namespace

Iso9660Volumes first_volumes(const ByteSource &content) { return volumes_behind(content, 0); }

Iso9660Volumes find_volumes(const ByteSource &content, const std::stop_token &stop) {
    Iso9660Volumes volumes = first_volumes(content);
    if (volumes.is_empty() && volumes.has_lost_descriptors) find_roots(content, volumes, stop);
    constexpr int most_sessions = 99;  // the most tracks of a CD
    for (int session = 1; session < most_sessions && !volumes.is_empty(); ++session) {
        const auto later = later_session(content, volumes);
        if (!later) break;
        volumes = volumes_behind(content, *later);
    }
    return volumes;
}

} // namespace cloop
