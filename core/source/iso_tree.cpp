// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/iso_tree.h"

#include "base/civil_time.h"
#include "source/alike_names.h"
#include "source/iso_content.h"
#include "source/iso_directories.h"
#include "source/iso_layout.h"

#include <sys/sysmacros.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace cloop {

namespace {

constexpr std::size_t sector = IsoDirectories::sector;

IsoDir *as_dir(IsoTree::Directory *directory) { return reinterpret_cast<IsoDir *>(directory); }
IsoTree::Directory *as_directory(IsoDir *dir) { return reinterpret_cast<IsoTree::Directory *>(dir); }

/// Limits of libisofs for a link's target. It writes wrong records for components of 249 and 250 bytes, and fails on longer ones.
bool is_target_too_long(std::string_view target) {
    constexpr std::size_t most = 1024, longest_component = 248;
    if (target.size() > most) return true;
    while (!target.empty()) {
        const auto length = std::min(target.find('/'), target.size());
        if (length > longest_component) return true;
        target.remove_prefix(std::min(length + 1, target.size()));
    }
    return false;
}

} // namespace

struct IsoTree::State {
    IsoImage *image = nullptr;
    std::shared_ptr<ContentTroubles> troubles = std::make_shared<ContentTroubles>();

    ~State() {
        if (image) iso_image_unref(image);
    }
};

IsoTree::IsoTree(TreeOptions options, const std::optional<std::int64_t> &newest, std::unique_ptr<State> state)
    : ContentTree(std::move(options), newest), state_(std::move(state)) {}
IsoTree::~IsoTree() = default;

Result<std::shared_ptr<ContentTree>> IsoTree::make(TreeOptions options, const std::optional<std::int64_t> &newest) {
    CLOOP_TRY(start_libisofs());
    auto state = std::make_unique<State>();
    IsoImage **image = &state->image;
    std::shared_ptr<IsoTree> tree(new IsoTree(std::move(options), newest, std::move(state)));
    constexpr std::size_t longest_label = 32;
    if (const int made = iso_image_new(tree->cut_label(longest_label).c_str(), image); made < 0) return std::unexpected(libisofs_error(made, {}));
    iso_image_set_application_id(*image, "CLOOPSMITH");
    return tree;
}

/// Sets all three times to the modification time, because access and change times differ on each run.
void IsoTree::set(IsoNode *node, const NodeAttributes &attributes) {
    // A year is a byte, counted from 1900: ECMA-119, 9.1.5.
    constexpr std::int64_t first = -2'208'988'800, last = 5'869'583'999;
    const std::int64_t wanted = time_of(attributes);
    const time_t time = system_time(std::clamp(wanted, first, last));
    if (const char *name = iso_node_get_name(node); time != wanted) note(ErrorCode::time_changed, name && *name ? name : "/");
    iso_node_set_permissions(node, attributes.mode & 07777);
    const Owner owner = owner_of(attributes);
    iso_node_set_uid(node, owner.uid);
    iso_node_set_gid(node, owner.gid);
    iso_node_set_mtime(node, time);
    iso_node_set_atime(node, time);
    iso_node_set_ctime(node, time);
}

IsoTree::Directory *IsoTree::root() { return as_directory(iso_image_get_root(state_->image)); }

Result<IsoTree::Directory *> IsoTree::add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    IsoDir *dir = nullptr;
    if (const int added = iso_image_add_new_dir(state_->image, as_dir(parent), name.c_str(), &dir); added < 0)
        return std::unexpected(libisofs_error(added, name));
    note_change(name);
    set(reinterpret_cast<IsoNode *>(dir), attributes);
    return as_directory(dir);
}

void IsoTree::set_attributes(Directory *directory, const NodeAttributes &attributes) {
    set(reinterpret_cast<IsoNode *>(directory), attributes);
}

Status IsoTree::add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size,
                         std::uint64_t identity, int order, std::shared_ptr<FileContent> content) {
    IsoStream *stream = new_content_stream(std::move(content), state_->troubles, size, identity);
    if (!stream) return fail(ErrorCode::out_of_memory);
    IsoFile *file = nullptr;
    if (const int added = iso_image_add_new_file(state_->image, as_dir(parent), name.c_str(), stream, &file); added < 0) {
        iso_stream_unref(stream);
        return std::unexpected(libisofs_error(added, name));
    }
    note_change(name);
    set(reinterpret_cast<IsoNode *>(file), attributes);
    iso_node_set_sort_weight(reinterpret_cast<IsoNode *>(file), -order);
    return {};
}

Status IsoTree::add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target) {
    IsoSymlink *link = nullptr;
    if (is_target_too_long(target)) return fail(ErrorCode::link_too_long, name);
    if (const int added = iso_image_add_new_symlink(state_->image, as_dir(parent), name.c_str(), target.c_str(), &link); added < 0)
        return std::unexpected(libisofs_error(added, name));
    note_change(name);
    set(reinterpret_cast<IsoNode *>(link), attributes);
    return {};
}

Status IsoTree::add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    IsoSpecial *special = nullptr;
    if (const int added = iso_image_add_new_special(state_->image, as_dir(parent), name.c_str(), attributes.mode, attributes.device, &special);
        added < 0)
        return std::unexpected(libisofs_error(added, name));
    note_change(name);
    if (minor(attributes.device) > 255) note(ErrorCode::device_shown_wrong, name);
    set(reinterpret_cast<IsoNode *>(special), attributes);
    return {};
}

void IsoTree::note_change(const std::string &name) {
    if (name.size() > 255) note(ErrorCode::name_changed, name);
    else if (name.size() >= 254) note(ErrorCode::name_shown_cut, name);
}

/// Reads the ring buffer that libisofs's thread fills.
class IsoTreeStream final : public ByteStream {
public:
    IsoTreeStream(std::shared_ptr<IsoTree> tree, BurnSource source, std::string name, std::stop_token stop)
        : tree_(std::move(tree)), source_(std::move(source)), name_(std::move(name)), stop_(std::move(stop)),
          size_(static_cast<std::uint64_t>(source_->get_size(source_.get()))) {}

    std::optional<std::uint64_t> size() const override { return size_; }
    const std::string &name() const override { return name_; }

    Result<std::size_t> read(std::span<std::byte> out) override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - done_)));
        for (std::size_t filled = 0; filled < out.size();) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            // Whole sectors only, and few enough that a stop is not delayed.
            const auto part = std::min<std::size_t>(out.size() - filled, 16 * sector);
            if (held_begin_ == held_end_ && part < sector) {
                CLOOP_TRY(take(held_));
                held_begin_ = 0;
                held_end_ = sector;
            }
            if (held_begin_ < held_end_) {
                const std::size_t now = std::min(part, held_end_ - held_begin_);
                std::memcpy(out.data() + filled, held_.data() + held_begin_, now);
                held_begin_ += now;
                filled += now;
                continue;
            }
            const std::size_t whole = part / sector * sector;
            CLOOP_TRY(take(out.subspan(filled, whole)));
            filled += whole;
        }
        done_ += out.size();
        if (done_ == size_ && !directories_.is_complete())
            return std::unexpected(Error{.code = ErrorCode::layout_broken, .offset = done_, .subject = name_});
        CLOOP_TRY(pass_on_troubles());
        if (done_ == size_) tree_->tell_notes(name_);
        return out.size();
    }

private:
    /// Reads whole sectors. Contents never report errors to libisofs, so an early end means a wrong layout.
    Status take(std::span<std::byte> sectors) {
        const int count = static_cast<int>(sectors.size());
        if (source_->read_xt(source_.get(), reinterpret_cast<unsigned char *>(sectors.data()), count) != count) {
            CLOOP_TRY(pass_on_troubles());
            return std::unexpected(Error{.code = ErrorCode::layout_broken, .offset = done_, .subject = name_});
        }
        auto passed = directories_.pass(sectors);
        return passed ? passed : std::unexpected(std::move(passed).error().at(name_));
    }

    Status pass_on_troubles() {
        CLOOP_LET(troubles, tree_->state_->troubles->take());
        for (const auto &error : troubles) {
            if (error.code == ErrorCode::source_grew) tree_->note(error.code, error.subject);
            else CLOOP_TRY(tree_->trouble(error));
        }
        return {};
    }

    std::shared_ptr<IsoTree> tree_;
    BurnSource source_;
    IsoDirectories directories_;
    std::string name_;
    std::stop_token stop_;
    std::uint64_t size_;
    std::uint64_t done_ = 0;
    std::array<std::byte, sector> held_;  ///< a sector of which the caller took only a part
    std::size_t held_begin_ = 0;
    std::size_t held_end_ = 0;
};

namespace {

Result<WriteOptions> make_write_options(const std::optional<std::int64_t> &newest) {
    IsoWriteOpts *made = nullptr;
    if (const int result = iso_write_opts_new(&made, 0); result < 0) return std::unexpected(libisofs_error(result, {}));
    WriteOptions options(made);
    iso_write_opts_set_iso_level(made, 3);
    iso_write_opts_set_rockridge(made, 1);
    iso_write_opts_set_rrip_version_1_10(made, 0);
    iso_write_opts_set_hardlinks(made, 1);
    iso_write_opts_set_joliet(made, 1);
    iso_write_opts_set_joliet_longer_paths(made, 1);
    iso_write_opts_set_joliet_long_names(made, 1);
    iso_write_opts_set_no_force_dots(made, 2);  // Joliet names without added dots
    iso_write_opts_set_allow_deep_paths(made, 1);
    iso_write_opts_set_allow_longer_paths(made, 1);
    iso_write_opts_set_relaxed_vol_atts(made, 1);
    iso_write_opts_set_output_charset(made, "UTF-8");
    iso_write_opts_set_always_gmt(made, 1);
    iso_write_opts_set_dir_rec_mtime(made, 3);
    iso_write_opts_set_sort_files(made, 1);
    iso_write_opts_set_fifo_size(made, 512);
    if (newest) {
        const CivilTime time = civil_time(*newest);
        char uuid[64];
        std::snprintf(uuid, sizeof uuid, "%04lld%02d%02d%02d%02d%02d00", static_cast<long long>(time.year), time.month, time.day, time.hour,
                      time.minute, time.second);
        iso_write_opts_set_pvd_times(made, 0, 0, 0, 0, uuid);
        iso_write_opts_set_gpt_guid(made, nullptr, 2);  // from it
    }
    return options;
}

/// A directory whose nodes are being visited.
struct Visit {
    std::vector<IsoNode *> nodes;
    std::size_t next = 0;
};

Result<Visit> visit(IsoDir *directory) {
    IsoDirIter *iterator = nullptr;
    if (const int result = iso_dir_get_children(directory, &iterator); result < 0) return std::unexpected(libisofs_error(result, {}));
    const std::unique_ptr<IsoDirIter, void (*)(IsoDirIter *)> freer(iterator, iso_dir_iter_free);
    Visit visited;
    for (IsoNode *node = nullptr; iso_dir_iter_next(iterator, &node) == 1;) visited.nodes.push_back(node);
    return visited;
}

} // namespace

/// Settles what depends on all names: equal shortened names, and the order of the contents, which is tree order by default.
Status IsoTree::settle(AlikeNames &alike, const std::stop_token &stop) {
    std::unordered_map<std::uint64_t, std::uint64_t> identities;
    std::vector<Visit> open;
    const auto enter = [&](IsoDir *directory) -> Status {
        CLOOP_LET(visited, visit(directory));
        CLOOP_TRY(alike.settle(visited.nodes));
        open.push_back(std::move(visited));
        return {};
    };
    CLOOP_TRY(enter(iso_image_get_root(state_->image)));
    while (!open.empty()) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        Visit &here = open.back();
        if (here.next == here.nodes.size()) {
            open.pop_back();
            continue;
        }
        IsoNode *node = here.nodes[here.next++];
        if (iso_node_get_type(node) == LIBISO_DIR) {
            CLOOP_TRY(enter(reinterpret_cast<IsoDir *>(node)));
        } else if (iso_node_get_type(node) == LIBISO_FILE) {
            auto &identity = identity_of_content(iso_file_get_stream(reinterpret_cast<IsoFile *>(node)));
            identity = identities.try_emplace(identity, identities.size() + 1).first->second;
        }
    }
    return {};
}

Status IsoTree::make_bootable(const IsoBoot &boot, IsoWriteOpts *write_options) {
    constexpr std::uint8_t bios = 0, uefi = 0xEF;
    constexpr int tell_place = 1, tell_place_to_grub = 1 << 9;
    bool has_catalog = false;
    const auto add = [&](const std::string &path, std::uint8_t platform, short sectors, int options) -> Status {
        if (path.empty()) return {};
        ElToritoBootImage *added = nullptr;
        const int result = std::exchange(has_catalog, true)
                               ? iso_image_add_boot_image(state_->image, path.c_str(), ELTORITO_NO_EMUL, 0, &added)
                               : iso_image_set_boot_image(state_->image, path.c_str(), ELTORITO_NO_EMUL, boot.catalog.c_str(), &added);
        if (result < 0) return std::unexpected(libisofs_error(result, path));
        el_torito_set_boot_platform_id(added, platform);
        el_torito_set_load_size(added, sectors);
        el_torito_set_isolinux_options(added, options, 0);
        return {};
    };
    CLOOP_TRY(add(boot.bios_image, bios, 4, tell_place | tell_place_to_grub));
    constexpr int protective_partition = 1, patched_for_grub = 1 << 14, active_partition = 1 << 15, plain_partitions = 2 << 10;
    int table = patched_for_grub | active_partition;
    if (boot.layout == DiskLayout::gpt) {
        table |= protective_partition;
        CLOOP_TRY(add(boot.efi_image, uefi, 0, 0));
        // libisofs's own words for the El Torito image.
        char efi_image[] = "--efi-boot-image";
        if (!boot.efi_image.empty()) iso_write_opts_set_efi_bootp(write_options, efi_image, 0);
    } else {
        table |= plain_partitions;
        std::string path = boot.efi_image;
        constexpr int efi_number = 2, efi_type = 0xEF, iso_type = 0x17;
        iso_write_opts_set_partition_img(write_options, efi_number, efi_type, path.data(), 0);
        iso_write_opts_set_iso_mbr_part_type(write_options, iso_type);
        CLOOP_TRY(add("--interval:appended_partition_2:all::", uefi, 0, 0));
    }
    if (boot.boot_sector.empty()) return {};
    std::vector<char> area(16 * sector);
    std::memcpy(area.data(), boot.boot_sector.data(), std::min<std::size_t>(boot.boot_sector.size(), 446));
    iso_write_opts_set_system_area(write_options, area.data(), table, 0);
    return {};
}

Result<std::unique_ptr<ByteStream>> IsoTree::stream(std::string name, std::stop_token stop) {
    auto options = make_write_options(newest());
    if (!options) return std::unexpected(std::move(options).error().at(name));
    if (const auto &boot = this->options().boot)
        if (auto made = make_bootable(*boot, options->get()); !made) return std::unexpected(std::move(made).error().at(name));
    AlikeNames alike(options->get(), [&](const std::string &hidden) { note(ErrorCode::joliet_left_out, hidden); });
    if (auto settled = settle(alike, stop); !settled) return std::unexpected(std::move(settled).error().at(name));
    tell_notes(name);

    auto shared = std::static_pointer_cast<IsoTree>(shared_from_this());
    auto source = lay_out(shared, state_->image, std::move(*options), stop);
    if (!source) return std::unexpected(std::move(source).error().at(name));
    return std::make_unique<IsoTreeStream>(std::move(shared), std::move(*source), std::move(name), std::move(stop));
}

} // namespace cloop
