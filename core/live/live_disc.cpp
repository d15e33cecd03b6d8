// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/live_disc.h"

#include "base/memory_source.h"
#include "base/read_all.h"
#include "base/sha256.h"
#include "file/file_io.h"
#include "file/file_source.h"
#include "file/output_target.h"
#include "file/split_name.h"
#include "file/split_set.h"
#include "file/unnamed_sink.h"
#include "filesystem/partitions.h"
#include "image/image_reader.h"
#include "job/estimate.h"
#include "job/needed_room.h"
#include "job/sum_file.h"
#include "job/write_verified.h"
#include "live/boot_facts.h"
#include "live/fat_image.h"
#include "live/initrd.h"
#include "live/live_menu.h"
#include "live/root_listing.h"
#include "source/folder_fill.h"
#include "source/open_stream.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace cloop {

namespace {

using Bytes = std::vector<std::byte>;

std::span<const std::byte> as_bytes(std::string_view text) { return std::as_bytes(std::span(text)); }
Bytes to_bytes(std::string_view text) { return {as_bytes(text).begin(), as_bytes(text).end()}; }

/// A file of the disc, from any source.
class SourceContent final : public BufferedContent {
public:
    explicit SourceContent(SourcePtr source) : source_(std::move(source)) {}
    void close() override {}

private:
    Status begin() override {
        done_ = 0;
        return {};
    }
    Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &) override {
        auto got = source_->read_at(done_, out);
        if (got) done_ += *got;
        return got;
    }

    SourcePtr source_;
    std::uint64_t done_ = 0;
};

/// The files of the disc by path, in the order in which their contents lie.
class DiscFiles {
public:
    /// `sum`: its SHA-256, if it is known.
    void add(std::string path, SourcePtr source, std::string sum = {}) { files_.push_back({std::move(path), std::move(source), std::move(sum)}); }
    void add(const std::string &path, Bytes bytes) { add(path, std::make_shared<MemorySource>(std::move(bytes), path)); }

    /// As sha256sum writes it, of all files but `changing`, into which libisofs writes its place.
    Result<std::string> sums(std::string_view changing, const std::stop_token &stop) const {
        std::map<std::string, std::string> lines;
        for (const auto &[path, source, known] : files_) {
            if (path == changing) continue;
            lines[path] = known;
            if (!known.empty()) continue;
            CLOOP_LET(sum, hash_source(*source, stop, {}));
            lines[path] = sum;
        }
        std::string text;
        for (const auto &[path, sum] : lines) text += sum + "  " + path + "\n";
        return text;
    }

    Status fill(ContentTree &tree, std::int64_t date) const {
        const NodeAttributes folder{.mode = S_IFDIR | 0755, .mtime = date}, file{.mode = S_IFREG | 0444, .mtime = date};
        tree.set_attributes(tree.root(), folder);
        std::map<std::string, ContentTree::Directory *, std::less<>> folders{{"", tree.root()}};
        int order = 0;
        for (const auto &[path, source, sum] : files_) {
            ContentTree::Directory *into = tree.root();
            for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
                const std::string name = path.substr(0, slash);
                auto &known = folders[name];
                if (!known) {
                    CLOOP_LET(made, tree.add_directory(into, name.substr(name.rfind('/') + 1), folder));
                    known = made;
                }
                into = known;
            }
            ++order;
            CLOOP_TRY(tree.add_file(into, path.substr(path.rfind('/') + 1), file, source->size(), static_cast<std::uint64_t>(order), order,
                                    std::make_shared<SourceContent>(source)));
        }
        return {};
    }

private:
    struct File {
        std::string path;
        SourcePtr source;
        std::string sum;
    };
    std::vector<File> files_;
};

Result<Bytes> all_of(const Filesystem &root, std::string_view path) {
    const auto node = root.find("/" + std::string(path));
    if (!node || root[*node].kind != NodeKind::file) return fail(ErrorCode::path_not_found, root.content().name(), std::string(path));
    return read_all(*root.open_file(*node));
}

Result<Bytes> all_of(const std::string &path) {
    CLOOP_LET(file, FileSource::open(path));
    return read_all(*file);
}

/// A file that only this process sees.
Result<UniqueFd> in_memory(std::span<const std::byte> bytes) {
    UniqueFd file(::memfd_create("efi", MFD_CLOEXEC));
    if (!file) return fail_errno(ErrorCode::system, "memfd");
    CLOOP_TRY(write_fully(file.get(), bytes, "memfd"));
    return file;
}

/// By os-release(5).
std::string title_of(const Filesystem &root, const std::string &otherwise) {
    for (const char *path : {"etc/os-release", "usr/lib/os-release"}) {
        const auto bytes = all_of(root, path);
        if (!bytes) continue;
        if (auto name = pretty_name({reinterpret_cast<const char *>(bytes->data()), bytes->size()}); !name.empty()) return name;
    }
    return otherwise;
}

/// UEFI's boot loader.
struct Loader {
    std::vector<std::pair<std::string, Bytes>> files;  ///< by path on the FAT file system
    bool is_signed = false;
};

/// Signed by others for Secure Boot: of the root, else of this machine. Where the kernel is not signed, nothing else need be.
Result<Loader> find_loader(const Filesystem &root, const LiveKit &kit, std::span<const std::byte> kernel) {
    const auto find = [&](const std::string &path) -> Result<Bytes> {
        if (auto of_root = all_of(root, path)) return of_root;
        return all_of("/" + path);
    };
    Loader loader;
    if (has_signature(kernel)) {
        auto shim = find("usr/lib/shim/shimx64.efi.signed"), grub = find("usr/lib/grub/x86_64-efi-signed/gcdx64.efi.signed");
        loader.is_signed = shim && grub;
        if (loader.is_signed) {
            loader.files.emplace_back("EFI/BOOT/BOOTX64.EFI", std::move(*shim));
            loader.files.emplace_back("EFI/BOOT/grubx64.efi", std::move(*grub));
            if (auto keys = find("usr/lib/shim/mmx64.efi.signed")) loader.files.emplace_back("EFI/BOOT/mmx64.efi", std::move(*keys));
            return loader;
        }
    }
    CLOOP_LET(own, kit.read("BOOTX64.EFI"));
    loader.files.emplace_back("EFI/BOOT/BOOTX64.EFI", std::move(own));
    return loader;
}

/// A system of the disc in the making.
struct SystemParts {
    LiveSystem made;
    std::string folder;  ///< on the disc
    SourcePtr image{};
    std::string image_sum{};
    std::shared_ptr<const Filesystem> root{};
    std::string title{};
    Bytes kernel{};
    InitrdTree modules{};  ///< the part of the initrd that is its own
};

/// A disc in the making.
class LiveDisc {
public:
    LiveDisc(const LiveRequest &request, const LiveEvents &events, const std::stop_token &stop) : request_(request), events_(events), stop_(stop) {}

    Result<LiveResult> make() {
        CLOOP_LET(kit, LiveKit::find());
        std::vector<std::string> inputs;
        for (const std::string &root : request_.roots) {
            CLOOP_LET(plan, plan_live_system(request_, root, stop_, events_.on_progress));
            CLOOP_TRY(check_live_plan(plan, root));
            const std::string number = parts_.empty() ? "" : "/" + std::to_string(parts_.size() + 1);
            parts_.push_back({.made = {.root = root, .plan = std::move(plan)}, .folder = "live" + number});
            const auto files = parts_of(root);
            if (files) inputs.insert(inputs.end(), files->begin(), files->end());
        }
        // Before the work: the place is refused, or kept.
        CLOOP_LET(output,
                  open_output({.path = request_.output, .split = {}, .is_image = false, .replace = request_.replace, .inputs = inputs}, stop_));
        output_ = std::move(output);
        for (SystemParts &part : parts_) {
            CLOOP_TRY(make_image(part));
            CLOOP_TRY(collect(part));
        }
        CLOOP_TRY(assemble(kit));
        CLOOP_TRY(write());
        for (SystemParts &part : parts_) result_.systems.push_back(std::move(part.made));
        return std::move(result_);
    }

private:
    /// An image goes on the disc as it is.
    Status make_image(SystemParts &part) {
        const std::string &path = part.made.root;
        if (kind_of_source(path) == SourceKind::file) {
            CLOOP_LET(file, open_whole(path));
            if (ImageReader::open(file, {}, stop_)) {
                part.image = std::move(file);
                return {};
            }
        }
        SourceFilter filter = request_.filter;
        for (const LeftOut &left : part.made.plan.left_out) CLOOP_TRY(filter.exclude("/" + left.path));
        TreeOptions tree{.kind = TreeKind::erofs,
                         .label = "root",
                         .keep_going = request_.keep_going,
                         .filter = std::move(filter),
                         .on_trouble = events_.on_trouble,
                         .on_note = events_.on_note};
        CLOOP_LET(opened, open_stream(path, std::move(tree), identity_of_output(request_.output), stop_, events_.on_progress));
        CLOOP_TRY(check_room(path, opened.stream->size().value_or(0)));
        CLOOP_LET(sink, UnnamedSink::create(request_.output));
        CreateOptions options = request_.image;
        options.spool_folder = spool_folder(request_.output);
        CLOOP_LET(created, create_image(*opened.stream, sink, options, stop_, events_.on_progress, events_.on_block));
        part.made.image = std::move(created);
        CLOOP_LET(written, sink.read_back());
        part.image = std::move(written);
        beside_ += part.image->size();
        return {};
    }

    /// The images lie beside the disc until that is complete. Error: no_space.
    Status check_room(const std::string &root, std::uint64_t content) {
        const auto room = free_room(request_.output);
        if (!room || 2 * content + beside_ <= *room) return {};
        const auto sampled = open_sampled({.path = root, .filter = request_.filter}, stop_);
        const NeededRoom image = sampled ? room_for_image(sampled->source, request_.image, stop_) : NeededRoom{};
        const auto least = 2 * image.least + beside_, likely = 2 * image.likely + beside_;
        if (least > *room) return fail(ErrorCode::no_space, request_.output, std::to_string(least));
        if (likely > *room && events_.on_little_room) events_.on_little_room(likely, *room);
        return {};
    }

    /// cloop.ko; empty: there is none, and cloop-fuse takes its place.
    Result<Bytes> find_module(const Filesystem &root, const LiveKernel &kernel) {
        if (request_.way == LiveWay::fuse) return Bytes();
        if (const auto node = root.find("/" + kernel.cloop_module); !kernel.cloop_module.empty() && node && root[*node].kind == NodeKind::file)
            return unpacked_module(root.open_file(*node), stop_);
        if (!events_.module_for) return Bytes();
        auto made = events_.module_for(root, kernel);
        if (made || request_.way == LiveWay::module || made.error().code == ErrorCode::cancelled) return made;
        if (events_.on_note) events_.on_note(made.error());
        return Bytes();
    }

    /// Of the image: the kernel and its modules.
    Status collect(SystemParts &part) {
        CLOOP_LET(image, ImageReader::open(part.image, {.threads = request_.image.threads}, stop_));
        CLOOP_LET(root, Filesystem::open(image, stop_));
        part.root = std::move(root);
        const LiveKernel &kernel = *part.made.plan.kernel();
        CLOOP_LET(kernel_image, all_of(*part.root, kernel.image));
        part.kernel = std::move(kernel_image);
        CLOOP_LET(module, find_module(*part.root, kernel));
        part.made.way = module.empty() ? LiveWay::fuse : LiveWay::module;
        CLOOP_LET(drives, drives_without_driver(*part.root, kernel));
        part.made.cannot_start_from = std::move(drives);
        CLOOP_TRY(add_modules(part.modules, *part.root, kernel, module, stop_));
        CLOOP_LET(sum, hash_source(*part.image, stop_, {}));
        part.image_sum = std::move(sum);
        part.made.image_size = part.image->size();
        part.made.kernel_size = part.kernel.size();
        part.title = title_of(*part.root, request_.label);
        // The menu's entries must differ.
        const auto is_same = [&](const SystemParts &other) { return &other != &part && other.title == part.title; };
        if (std::ranges::any_of(parts_, is_same)) part.title += " (" + part.folder.substr(part.folder.rfind('/') + 1) + ")";
        if (const auto node = part.root->find("/" + kernel.image)) date_ = std::max(date_, (*part.root)[*node].mtime);
        return {};
    }

    /// The disc's files, but for the sums.
    Status assemble(const LiveKit &kit) {
        CLOOP_LET(programs, kit.read("programs.cpio.xz"));
        CLOOP_LET(loader, find_loader(*parts_.front().root, kit, parts_.front().kernel));
        result_.is_signed = loader.is_signed && std::ranges::all_of(parts_, [](const SystemParts &part) { return has_signature(part.kernel); });
        CLOOP_LET(bios, kit.read("bios.img"));
        CLOOP_LET(boot_sector, kit.read("boot_hybrid.img"));

        // The id follows from all that goes on the disc.
        Sha256 all;
        for (const SystemParts &part : parts_) {
            all.add(as_bytes(part.image_sum));
            all.add(part.kernel);
            all.add(part.modules.bytes());
        }
        all.add(programs);
        for (const auto &[path, bytes] : loader.files) all.add(bytes);
        all.add(bios);
        all.add(as_bytes(request_.append + "\n" + request_.label + "\n" + std::to_string(request_.timeout)));
        result_.id = all.hex().substr(0, 16);

        LiveMenu menu{.systems = {}, .id = result_.id, .append = request_.append, .timeout = request_.timeout};
        std::ranges::replace(menu.append, '\n', ' ');  // a line of the menu
        const bool is_one = parts_.size() == 1;
        for (const SystemParts &part : parts_) {
            menu.systems.push_back({.title = part.title, .folder = part.folder, .initrds = {part.folder + "/initrd"}});
            if (!is_one) menu.systems.back().initrds.insert(menu.systems.back().initrds.begin(), programs_path);
        }
        std::vector<FatFile> fat;
        for (const auto &[path, bytes] : loader.files) fat.push_back({path, bytes});
        const std::string on_fat = menu_on_fat(menu);
        // Signed GRUB looks in one of these places.
        for (const char *path : {"boot/grub/grub.cfg", "EFI/debian/grub.cfg"}) fat.push_back({path, as_bytes(on_fat)});
        CLOOP_LET(efi, make_fat_image(fat, "EFI"));

        boot_ = {.bios_image = "/" + std::string(bios_path),
                 .efi_image = "/boot/grub/efi.img",
                 .layout = request_.layout,
                 .catalog = "/boot/grub/boot.cat",
                 .boot_sector = std::move(boot_sector)};
        files_.add(bios_path, std::move(bios));
        if (request_.layout == DiskLayout::gpt) {
            files_.add("boot/grub/efi.img", std::move(efi));
        } else {
            CLOOP_LET(file, in_memory(efi));
            efi_file_ = std::move(file);
            boot_.efi_image = "/proc/self/fd/" + std::to_string(efi_file_.get());
        }
        for (auto &[path, bytes] : loader.files) files_.add(path, std::move(bytes));
        files_.add("boot/grub/grub.cfg", to_bytes(grub_menu(menu)));
        files_.add("boot/grub/loopback.cfg", to_bytes(loopback_menu(menu)));
        files_.add("live/" + result_.id, Bytes());
        for (SystemParts &part : parts_) CLOOP_TRY(add(part, programs, is_one));
        if (!is_one) files_.add(programs_path, std::move(programs));
        files_.add("README.txt", to_bytes(readme_text(menu)));
        return {};
    }

    /// A system's files. Of several systems, what their initrds share lies on the disc once, and GRUB loads both.
    Status add(SystemParts &part, const Bytes &programs, bool is_one) {
        part.modules.add_file("id", 0644, as_bytes(result_.id + "\n"));
        part.modules.add_file("place", 0644, as_bytes(part.folder + "\n"));
        CLOOP_LET(initrd, std::move(part.modules).pack(6));
        part.made.initrd_size = programs.size() + initrd.size();
        if (is_one) initrd.insert(initrd.begin(), programs.begin(), programs.end());
        files_.add(part.folder + "/vmlinuz", std::move(part.kernel));
        files_.add(part.folder + "/initrd", std::move(initrd));
        const std::string image = part.folder + "/root.cloop";
        const std::uint64_t size = part.image->size(), limit = request_.split.value_or(end_of_file_on_fat);
        if (size < limit) {
            files_.add(image, part.image, part.image_sum);
            return {};
        }
        const std::uint64_t most = (limit - 1) / sector * sector;
        for (std::uint64_t begin = 0, number = 0; begin < size; begin += most, ++number)
            files_.add(part_path({.base = image, .number = static_cast<std::size_t>(number)}),
                       std::make_shared<PartSource>(part.image, Extent{begin, std::min(most, size - begin)}));
        return {};
    }

    Status write() {
        CLOOP_LET(sums, files_.sums(bios_path, stop_));
        files_.add("sha256sums.txt", to_bytes(sums));
        CLOOP_LET(tree,
                  ContentTree::make({.kind = TreeKind::iso9660, .label = request_.label, .boot = boot_, .date = date_, .on_note = events_.on_note}));
        if (!request_.added.empty()) {
            const auto refuse = [](const Error &error) -> Status { return std::unexpected(error); };
            CLOOP_LET(added, FolderListing::read({request_.added, {}, identity_of_output(request_.output), refuse}, stop_, {}));
            CLOOP_TRY(fill_from_folder(*tree, tree->root(), added, UINT64_MAX, refuse, stop_));
        }
        CLOOP_TRY(files_.fill(*tree, date_));
        CLOOP_LET(stream, tree->stream(request_.output, stop_));
        result_.disc_size = *stream->size();
        if (const auto &limit = request_.size_limit; limit && result_.disc_size > *limit)
            return fail(ErrorCode::disc_too_large, request_.output, std::to_string(result_.disc_size - *limit));
        CLOOP_LET(sum, write_verified(*stream, *output_, stop_, events_.on_progress));
        result_.sha256 = std::move(sum);
        return {};
    }

    static constexpr const char *bios_path = "boot/grub/bios.img", *programs_path = "live/programs";
    static constexpr std::uint64_t end_of_file_on_fat = std::uint64_t{4} << 30, sector = 2048;

    const LiveRequest &request_;
    const LiveEvents &events_;
    std::stop_token stop_;
    LiveResult result_;
    std::unique_ptr<ByteSink> output_;
    std::vector<SystemParts> parts_;
    std::uint64_t beside_ = 0;  ///< bytes of the images that lie beside the disc
    IsoBoot boot_;
    DiscFiles files_;
    UniqueFd efi_file_;     ///< the FAT file system, for an MBR
    std::int64_t date_ = 0; ///< of all that is made: the newest kernel's, so that equal roots make equal discs
};

} // namespace

Result<LivePlan> plan_live_system(const LiveRequest &request, const std::string &root, const std::stop_token &stop, const ProgressSink &progress) {
    RootSurvey survey(request.kept);
    CLOOP_TRY(survey_root(root, request.filter, survey, stop, progress));
    return survey.plan();
}

Status check_live_plan(const LivePlan &plan, const std::string &root) {
    const auto lacks = [&](ErrorCode code, const std::string &detail = {}) { return fail(code, root, detail); };
    if (plan.kernels.empty() || std::ranges::all_of(plan.kernels, [](const LiveKernel &kernel) { return kernel.image.empty(); }))
        return lacks(ErrorCode::live_no_kernel);
    if (!plan.kernel()) return lacks(ErrorCode::live_no_modules, plan.kernels.front().version);
    if (plan.init.empty()) return lacks(ErrorCode::live_no_init);
    return {};
}

Result<LiveResult> make_live_disc(const LiveRequest &request, const LiveEvents &events, const std::stop_token &stop) {
    return LiveDisc(request, events, stop).make();
}

} // namespace cloop
