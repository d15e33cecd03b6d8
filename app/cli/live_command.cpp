// SPDX-License-Identifier: GPL-3.0-or-later
// cloop live
#include "arguments.h"
#include "create_request.h"

#include "job/estimate.h"
#include "job/presets.h"
#include "live/live_disc.h"
#include "live/module_build.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"

namespace cloop::cli {

namespace {

struct LiveOptions {
    CreateRequest encoding;
    std::vector<std::string> places;  ///< the roots, then the output
    std::string added;
    std::string label = "LIVE", append;
    unsigned timeout = 5;
    std::vector<std::string> kept, left_out;
    std::string way = "auto", layout = "gpt", size_limit, split;
    bool keep_going = false, is_dry_run = false;
};

/// `name`: auto, module or fuse.
LiveWay way_named(std::string_view name) { return name == "module" ? LiveWay::module : name == "fuse" ? LiveWay::fuse : LiveWay::automatic; }

const char *word_of(DriveKind kind) {
    switch (kind) {
    case DriveKind::usb: return tr("USB sticks");
    case DriveKind::sata: return tr("SATA drives");
    case DriveKind::nvme: return tr("NVMe drives");
    case DriveKind::memory_card: return tr("memory cards");
    }
    return "";
}

std::string joined(const std::vector<DriveKind> &kinds) {
    std::string text;
    for (const DriveKind kind : kinds) text += (text.empty() ? "" : ", ") + std::string(word_of(kind));
    return text;
}

const char *word_of(LeftOutBecause reason) {
    switch (reason) {
    case LeftOutBecause::secret: return tr("of one machine only: keys and identities");
    case LeftOutBecause::of_machine: return tr("settings of one machine");
    case LeftOutBecause::of_builder: return tr("made for the machine that built it");
    }
    return "";
}

Json plan_json(const LivePlan &plan) {
    Json json{{"files", plan.files}, {"size", plan.size}, {"init", plan.init}, {"kernels", Json::array()}, {"left_out", Json::array()}};
    for (const LiveKernel &kernel : plan.kernels)
        json["kernels"].push_back({{"version", kernel.version},
                                   {"image", kernel.image},
                                   {"modules", kernel.modules},
                                   {"headers", kernel.headers},
                                   {"cloop_module", kernel.cloop_module}});
    for (const LeftOut &left : plan.left_out)
        json["left_out"].push_back({{"path", left.path}, {"size", left.size}, {"reason", word_of(left.because)}});
    return json;
}

std::string plan_text(const LivePlan &plan) {
    std::string text = counted_text(plan.files, tr("name"), tr("names")) + ", " + size_text(plan.size) + "\n";
    for (const LiveKernel &kernel : plan.kernels)
        text += filled_in(tr("kernel %1"), printable(kernel.version), {}) + ": " +
                (kernel.image.empty() ? tr("only its modules") : printable(kernel.image)) + (kernel.modules.empty() ? tr(", without modules") : "") +
                (kernel.cloop_module.empty() ? "" : tr(", with cloop.ko")) + (kernel.headers.empty() ? "" : tr(", with headers")) + "\n";
    if (plan.kernels.empty()) text += tr("no kernel\n");
    text += plan.init.empty() ? tr("no init\n") : "init: /" + printable(plan.init) + "\n";
    if (!plan.has_udev) text += tr("no udev: drivers of the running system must be loaded by hand\n");
    for (const LeftOut &left : plan.left_out) text += filled_in(tr("left out: /%1 (%2)"), printable(left.path), word_of(left.because)) + "\n";
    return text;
}

/// What would help a disc to fit: presets by a sample of the first root, which must save all of the excess, and the largest folders.
std::string advice_for_size(const LiveRequest &request, std::uint64_t excess, Session &session) {
    std::string text;
    const std::string &root = request.roots.front();
    if (const auto sampled = open_sampled({.path = root, .filter = request.filter}, session.stop)) {
        std::optional<double> now;
        for (const Preset &preset : presets) {
            CreateOptions options{
                .format = preset.format, .encoding = preset.encoding, .block_size = request.image.block_size, .threads = session.threads};
            auto estimator = Estimator::begin(*sampled, options);
            if (!estimator || !estimator->sample(std::chrono::milliseconds(1200), session.stop)) break;
            const auto size = static_cast<double>(estimator->estimate().image_size);
            if (!now) now = size;
            else if (*now - size >= static_cast<double>(excess)) {
                text = filled_in(tr("It would probably fit with the preset %1 (%2)."), preset.name, preset.options) + " ";
                break;
            }
        }
        if (text.empty()) text = tr("No preset is strong enough.") + std::string(" ");
    }
    const auto plan = plan_live_system(request, root, session.stop, {});
    if (!plan || plan->largest.empty()) return text;
    text += tr("The largest folders, before compression:");
    for (const auto &[path, size] : plan->largest) text += " /" + printable(path) + " " + size_text(size) + ";";
    text.back() = '.';
    return text;
}

int show_plans(const LiveRequest &request, Session &session) {
    Json systems = Json::array();
    std::string text;
    for (const std::string &root : request.roots) {
        const auto plan = plan_live_system(request, root, session.stop, session.progress());
        if (!plan) return session.fail(plan.error());
        systems.push_back(plan_json(*plan));
        systems.back()["root"] = root;
        if (request.roots.size() > 1) text += printable(root) + ":\n";
        text += plan_text(*plan);
    }
    session.print({{"systems", systems}}, text);
    return exit_fine;
}

Json system_json(const LiveSystem &system) {
    Json unreachable = Json::array();
    for (const DriveKind kind : system.cannot_start_from) unreachable.push_back(word_of(kind));
    return {{"root", system.root},
            {"kernel", system.plan.kernel()->version},
            {"image_size", system.image_size},
            {"initrd_size", system.initrd_size},
            {"way", system.way == LiveWay::module ? "module" : "fuse"},
            {"cannot_start_from", unreachable},
            {"plan", plan_json(system.plan)}};
}

std::string system_text(const LiveSystem &system) {
    return plan_text(system.plan) + printable(system.root) + ": " + filled_in(tr("the system %1"), size_text(system.image_size), {}) + ", " +
           filled_in(tr("kernel %1"), printable(system.plan.kernel()->version), {}) + " " + size_text(system.kernel_size) + ", initrd " +
           size_text(system.initrd_size) + "\n" +
           (system.way == LiveWay::module ? tr("/ will come from /dev/cloop0.\n")
                                          : tr("/ will come from cloop-fuse, without a kernel module of cloop.\n")) +
           (system.cannot_start_from.empty() ? "" : filled_in(tr("This kernel has no driver for %1."), joined(system.cannot_start_from), {}) + "\n");
}

/// The size that an option names, if it does.
Result<std::optional<std::uint64_t>> size_of_option(const std::string &words, const char *complaint) {
    if (words.empty()) return std::nullopt;
    constexpr std::uint64_t least = 2049;
    if (const auto size = parse_size(words); size && *size >= least) return size;
    return fail(ErrorCode::invalid_option, {}, filled_in(complaint, words, {}));
}

int run_live(const LiveOptions &options, Session &session) {
    auto build = parse_request(options.encoding, session);
    if (!build) return session.fail(build.error());
    const auto refuse = [&](std::string words) { return session.fail({.code = ErrorCode::invalid_option, .detail = std::move(words)}); };
    if (options.places.size() < 2) return refuse(tr("name a root file system, then the disc to make of it"));
    LiveRequest request{.roots = {options.places.begin(), options.places.end() - 1},
                        .output = options.places.back(),
                        .replace = session.replace(),
                        .image = build->options,
                        .added = options.added,
                        .kept = options.kept,
                        .label = options.label,
                        .append = options.append,
                        .timeout = options.timeout,
                        .way = way_named(options.way),
                        .layout = options.layout == "gpt" ? DiskLayout::gpt : DiskLayout::mbr,
                        .keep_going = options.keep_going};
    for (const auto &pattern : options.left_out)
        if (auto excluded = request.filter.exclude(pattern); !excluded) return session.fail(excluded.error());
    if (request.output == "-") return refuse(tr("a disc is written to a file, because it is read back. Name one"));
    const auto limit = size_of_option(options.size_limit, tr("--size-limit takes a size such as 700M, which %1 is not"));
    if (!limit) return session.fail(limit.error());
    const auto split = size_of_option(options.split, tr("--split takes a size above 2048 bytes such as 4G or 650M, which %1 is not"));
    if (!split) return session.fail(split.error());
    request.size_limit = *limit;
    request.split = *split;
    if (options.is_dry_run) return show_plans(request, session);
    std::size_t unreadable = 0;
    LiveEvents events;
    events.on_trouble = [&](const Error &error) {
        ++unreadable;
        session.warn(sentence(error));
    };
    events.on_note = [&](const Error &error) { session.warn(sentence(error)); };
    events.on_little_room = warn_of_little_room(request.output, session);
    events.on_progress = session.progress();
    events.module_for = [&](const Filesystem &inside, const LiveKernel &kernel) { return build_module_for(inside, kernel, session.stop); };
    const auto made = make_live_disc(request, events, session.stop);
    if (!made && made.error().code == ErrorCode::disc_too_large)
        return session.fail(made.error(), advice_for_size(request, std::stoull(made.error().detail), session));
    if (!made) return session.fail(made.error());

    Json systems = Json::array();
    std::string text;
    for (const LiveSystem &system : made->systems) {
        systems.push_back(system_json(system));
        text += system_text(system);
    }
    text += printable(request.output) + ": " + size_text(made->disc_size) + "\n" +
            (made->is_signed ? tr("Starts by BIOS and UEFI, also where Secure Boot is on.\n")
                             : tr("Starts by BIOS and UEFI; Secure Boot must be off.\n")) +
            "SHA-256: " + made->sha256 + "\n";
    session.print({{"disc", request.output},
                   {"size", made->disc_size},
                   {"sha256", made->sha256},
                   {"id", made->id},
                   {"secure_boot", made->is_signed},
                   {"systems", systems},
                   {"unreadable", unreadable}},
                  text);
    return unreadable > 0 ? exit_damaged : exit_fine;
}

} // namespace

void add_live(CLI::App &root, Session &session) {
    auto options = std::make_shared<LiveOptions>();
    CLI::App *command = add_command(root, session, "live", tr("Make an ISO that boots, of root file systems of Linux"), true);
    takes(command->add_option("places", options->places,
                              tr("Folders or archives of root file systems, or images of them, each an entry of the menu; then the ISO")),
          value::roots_and_output)
        ->required();
    add_encoding_options(*command, options->encoding);
    takes(command->add_option("--label", options->label, tr("Name of the disc (default LIVE)")), value::text);
    takes(command->add_option("--append", options->append, tr("Words for the kernel's command line, such as 'console=ttyS0'")), value::words);
    takes(command->add_option("--timeout", options->timeout, tr("Seconds until the menu's first entry starts (default 5)")), value::seconds);
    takes(command->add_option("--leave-out", options->left_out, tr("Leave out what matches, as create --exclude")), value::pattern)
        ->allow_extra_args(false);
    takes(command->add_option("--add", options->added, tr("Put the files of a folder on the disc, beside the system")), value::folder);
    takes(command->add_option("--keep", options->kept, tr("Keep what would be left out, such as /etc/fstab")), value::path)->allow_extra_args(false);
    takes_one_of(command->add_option("--way", options->way,
                                     tr("Where / comes from: the kernel module, or cloop-fuse (default auto: the first that is possible)")),
                 {"auto", "module", "fuse"});
    takes_one_of(command->add_option("--layout", options->layout, tr("Partitions of a stick; mbr is for old BIOSes (default gpt)")), {"gpt", "mbr"});
    takes(command->add_option("--size-limit", options->size_limit, tr("Refuse to write a larger disc, such as 700M")), value::size);
    takes(command->add_option("--split", options->split, tr("Cut an image into parts smaller than SIZE (default 4G, as FAT needs it)")), value::size);
    command->add_flag("--dry-run", options->is_dry_run, tr("Only tell what the root file system has and lacks"));
    command->add_flag("--keep-going", options->keep_going, tr("Go on where a file, or a part, of the source can't be read"));
    command->callback([options, &session] { session.action = [options, &session] { return run_live(*options, session); }; });
}

} // namespace cloop::cli
