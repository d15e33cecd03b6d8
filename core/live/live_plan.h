// SPDX-License-Identifier: GPL-3.0-or-later
// What a root file system brings along for a disc that boots, what it lacks, and what should not travel. Pure: names and sizes only.

#pragma once

#include "filesystem/filesystem.h"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

/// A kernel, by the version that names its folder of modules.
struct LiveKernel {
    std::string version;
    std::string image;            ///< path from the root, without a leading slash; empty: there are only modules
    std::string modules{};        ///< its folder of modules; empty: there is none
    std::string headers{};        ///< to build modules with; empty: there are none
    std::string cloop_module{};   ///< cloop.ko, built for it already; empty: there is none
};

/// Why something is left out of the disc.
enum class LeftOutBecause : std::uint8_t {
    secret,        ///< keys and identities of one machine
    of_machine,    ///< settings that hold on one machine only
    of_builder,    ///< what boots the machine of today, or was downloaded for it
};

struct LeftOut {
    std::string path;   ///< from the root, without a leading slash
    LeftOutBecause because;
    std::uint64_t size = 0;  ///< bytes of files
};

struct LivePlan {
    std::vector<LiveKernel> kernels;      ///< the newest first
    std::string init{};                   ///< "sbin/init"; empty: none
    bool has_udev = false;
    std::vector<LeftOut> left_out;
    std::vector<std::pair<std::string, std::uint64_t>>
        largest{};  ///< folders of the second level, "usr/share", with their bytes; the five largest first
    std::uint64_t files = 0;              ///< number of names, without those left out
    std::uint64_t size = 0;               ///< bytes of files, without those left out

    /// The kernel that boots: the newest that has modules. Null: none can.
    const LiveKernel *kernel() const;
};

/// Sees every name of a root file system and notes what matters.
class RootSurvey {
public:
    /// `kept`: paths that travel although they are usually left out.
    explicit RootSurvey(std::span<const std::string> kept);

    /// `path`: from the root, without a leading slash. In any order. Entries of an excluded folder need not be seen.
    void see(std::string_view path, NodeKind kind, std::uint64_t size);

    LivePlan plan() const;

private:
    struct Rule {
        std::string_view pattern;
        LeftOutBecause because;
    };
    static const std::array<Rule, 18> rules;

    std::vector<Rule> used_;
    std::map<std::string, LiveKernel, std::less<>> kernels_;   ///< by version
    std::map<std::string, std::uint64_t, std::less<>> folders_;             ///< bytes, by path of the second level
    std::vector<std::string> unnamed_kernels_;                 ///< vmlinuz-linux and the like: the version is not in the name
    LivePlan plan_;
};

} // namespace cloop
