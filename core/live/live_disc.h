// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a disc that boots, of root file systems: their images, kernels, initrds, and GRUB for BIOS and UEFI.

#pragma once

#include "job/build_image.h"
#include "live/kernel_modules.h"
#include "live/live_kit.h"
#include "live/live_plan.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

/// Where / comes from when the disc runs.
enum class LiveWay : std::uint8_t {
    automatic,  ///< the kernel module if there is one for this kernel, else FUSE
    module,     ///< /dev/cloop0
    fuse,       ///< a loop device on a file of cloop-fuse
};

struct LiveRequest {
    std::vector<std::string> roots;        ///< at least one: folders, archives, or images, which go on the disc as they are
    std::string output;                    ///< the ISO
    NewFile::Replace replace = NewFile::Replace::no;
    CreateOptions image{};                 ///< of the images
    SourceFilter filter{};                 ///< leaves out more
    std::string added{};                   ///< a folder whose files lie on the disc, too; empty: none
    std::vector<std::string> kept{};       ///< paths that travel although RootSurvey would leave them out
    std::string label = "LIVE";            ///< of the ISO
    std::string append{};                  ///< words for the kernel's command line
    unsigned timeout = 5;                  ///< of the menu, in seconds
    LiveWay way = LiveWay::automatic;
    DiskLayout layout = DiskLayout::gpt;   ///< of a stick
    std::optional<std::uint64_t> size_limit{};  ///< of the medium, bytes
    std::optional<std::uint64_t> split{};  ///< images are cut into parts smaller than this; none: as FAT needs it
    bool keep_going = false;               ///< replace unreadable data by zeros instead of failing
};

/// What a disc is made for can't be known from its files alone. Each may be empty.
struct LiveEvents : BuildEvents {
    /// Makes cloop.ko for a kernel of the root, where the root has none. Called in the caller's thread. Its error is a note, unless the module was
    /// asked for.
    std::function<Result<std::vector<std::byte>>(const Filesystem &root, const LiveKernel &kernel)> module_for{};
};

/// One of the disc's systems, each an entry of its menu.
struct LiveSystem {
    std::string root;      ///< as it was named
    LivePlan plan;
    CreateResult image{};  ///< empty if the root was an image
    std::uint64_t image_size = 0;  ///< bytes of root.cloop
    std::uint64_t initrd_size = 0;  ///< with what all systems share
    std::uint64_t kernel_size = 0;
    LiveWay way = LiveWay::fuse;  ///< module or fuse
    std::vector<DriveKind> cannot_start_from{};  ///< the kernel has no driver for them
};

struct LiveResult {
    std::vector<LiveSystem> systems;
    std::uint64_t disc_size = 0;
    bool is_signed = false;  ///< starts where Secure Boot is on: loaders and kernels are signed
    std::string id;  ///< the disc is found by the file live/ID
    std::string sha256;  ///< of the ISO
};

/// What make_live_disc() would do with one of the roots. Errors: those of survey_root().
Result<LivePlan> plan_live_system(const LiveRequest &request, const std::string &root, const std::stop_token &stop, const ProgressSink &progress);

/// What keeps the root from starting, if anything does. `root`: for messages. Errors: live_no_kernel, live_no_modules, live_no_init.
Status check_live_plan(const LivePlan &plan, const std::string &root);

/// Equal roots make equal discs, whatever they lie in. The ISO is read back and compared. On any error no output remains.
/// Errors: those of check_live_plan(); kernel_lacks_driver; live_kit_missing; disc_too_large; those of build_image() and open_output().
Result<LiveResult> make_live_disc(const LiveRequest &request, const LiveEvents &events, const std::stop_token &stop);

} // namespace cloop
