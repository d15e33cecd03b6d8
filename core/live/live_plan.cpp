// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/live_plan.h"

#include <fnmatch.h>

#include <algorithm>
#include <cstring>

namespace cloop {

namespace {

/// "6.1.0-9-amd64" is older than "6.1.0-10-amd64".
bool is_newer(const LiveKernel &a, const LiveKernel &b) { return ::strverscmp(a.version.c_str(), b.version.c_str()) > 0; }

std::string_view without(std::string_view text, std::string_view prefix) { return text.starts_with(prefix) ? text.substr(prefix.size()) : text; }

/// Splits "6.1.0-9/kernel/fs" at its first slash.
std::pair<std::string_view, std::string_view> first_part(std::string_view path) {
    const auto slash = path.find('/');
    return slash == path.npos ? std::pair(path, std::string_view()) : std::pair(path.substr(0, slash), path.substr(slash + 1));
}

bool starts_with_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

} // namespace

// Patterns as for SourceFilter. Contents of folders are left out, not the folders, because services expect them.
const std::array<RootSurvey::Rule, 18> RootSurvey::rules{{
    {"/etc/ssh/ssh_host_*", LeftOutBecause::secret},
    {"/etc/machine-id", LeftOutBecause::secret},
    {"/var/lib/dbus/machine-id", LeftOutBecause::secret},
    {"/var/lib/systemd/random-seed", LeftOutBecause::secret},
    {"/var/lib/systemd/credential.secret", LeftOutBecause::secret},
    {"/etc/resolv.conf", LeftOutBecause::of_machine},
    {"/etc/fstab", LeftOutBecause::of_machine},
    {"/etc/crypttab", LeftOutBecause::of_machine},
    {"/etc/udev/rules.d/70-persistent-*.rules", LeftOutBecause::of_machine},
    {"/boot/initrd.img*", LeftOutBecause::of_builder},
    {"/boot/initramfs*", LeftOutBecause::of_builder},
    {"/initrd.img*", LeftOutBecause::of_builder},
    {"/var/cache/apt/archives/*.deb", LeftOutBecause::of_builder},
    {"/var/cache/apt/*.bin", LeftOutBecause::of_builder},
    {"/var/lib/apt/lists/*_*", LeftOutBecause::of_builder},
    {"/var/cache/pacman/pkg/*", LeftOutBecause::of_builder},
    {"/var/cache/dnf/*", LeftOutBecause::of_builder},
    {"/lost+found", LeftOutBecause::of_builder},
}};

const LiveKernel *LivePlan::kernel() const {
    const auto found = std::ranges::find_if(kernels, [](const LiveKernel &kernel) { return !kernel.image.empty() && !kernel.modules.empty(); });
    return found == kernels.end() ? nullptr : &*found;
}

RootSurvey::RootSurvey(std::span<const std::string> kept) {
    for (const Rule &rule : rules) {
        // --keep names a file that the rule would leave out, or the rule itself.
        const bool is_kept = std::ranges::any_of(kept, [&](const std::string &path) {
            const std::string whole = path.starts_with('/') ? path : "/" + path;
            return ::fnmatch(rule.pattern.data(), whole.c_str(), FNM_PATHNAME | FNM_PERIOD) == 0 || whole == rule.pattern;
        });
        if (!is_kept) used_.push_back(rule);
    }
}

void RootSurvey::see(std::string_view path, NodeKind kind, std::uint64_t size) {
    const std::string whole = "/" + std::string(path);
    for (const Rule &rule : used_) {
        if (::fnmatch(rule.pattern.data(), whole.c_str(), FNM_PATHNAME | FNM_PERIOD) != 0) continue;
        plan_.left_out.push_back({std::string(path), rule.because, kind == NodeKind::file ? size : 0});
        return;
    }
    ++plan_.files;
    if (kind == NodeKind::file) {
        plan_.size += size;
        const auto first = path.find('/'), second = first == path.npos ? first : path.find('/', first + 1);
        if (second != path.npos) folders_[std::string(path.substr(0, second))] += size;
    }

    const auto [top, below] = first_part(path);
    if (top == "boot" && below.starts_with("vmlinuz") && kind == NodeKind::file) {
        const std::string_view version = without(below, "vmlinuz-");
        if (starts_with_digit(version)) kernels_[std::string(version)].image = path;
        else unnamed_kernels_.emplace_back(path);
        return;
    }
    if (path == "sbin/init" || path == "usr/sbin/init" || path == "init" || path == "usr/lib/systemd/systemd" || path == "lib/systemd/systemd") {
        // The usual name, where there are several.
        if (plan_.init.empty() || path.ends_with("sbin/init")) plan_.init = path;
        return;
    }
    const std::string_view usr = without(path, "usr/");
    if (usr.ends_with("/systemd-udevd") || usr == "sbin/udevd" || usr == "sbin/mdev") plan_.has_udev = true;
    if (usr.starts_with("lib/modules/")) {
        const auto [version, name] = first_part(usr.substr(std::strlen("lib/modules/")));
        if (!starts_with_digit(version)) return;
        if (name == "modules.dep") kernels_[std::string(version)].modules = path.substr(0, path.size() - std::strlen("/modules.dep"));
        if (name == "vmlinuz" && kind == NodeKind::file) {
            LiveKernel &kernel = kernels_[std::string(version)];
            if (kernel.image.empty()) kernel.image = path;
        }
        const auto file = name.substr(name.rfind('/') + 1);
        if (file == "cloop.ko" || file == "cloop.ko.xz" || file == "cloop.ko.zst" || file == "cloop.ko.gz")
            kernels_[std::string(version)].cloop_module = path;
    } else if (path.starts_with("usr/src/linux-headers-") && path.ends_with("/Makefile")) {
        const auto [version, name] = first_part(path.substr(std::strlen("usr/src/linux-headers-")));
        // Debian's common headers have no folder of modules.
        if (name == "Makefile") kernels_[std::string(version)].headers = path.substr(0, path.size() - std::strlen("/Makefile"));
    }
}

LivePlan RootSurvey::plan() const {
    LivePlan plan = plan_;
    for (const auto &[version, kernel] : kernels_) {
        if (kernel.image.empty() && kernel.modules.empty()) continue;
        plan.kernels.push_back(kernel);
        plan.kernels.back().version = version;
    }
    // A kernel without a version in its name belongs to the only folder of modules.
    if (plan.kernels.size() == 1 && plan.kernels[0].image.empty() && unnamed_kernels_.size() == 1) plan.kernels[0].image = unnamed_kernels_[0];
    std::ranges::sort(plan.kernels, is_newer);
    plan.largest.assign(folders_.begin(), folders_.end());
    std::ranges::sort(plan.largest, [](const auto &a, const auto &b) { return std::pair(b.second, a.first) < std::pair(a.second, b.first); });
    constexpr std::size_t named = 5;
    if (plan.largest.size() > named) plan.largest.resize(named);
    return plan;
}

} // namespace cloop
