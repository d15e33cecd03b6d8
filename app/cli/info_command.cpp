// SPDX-License-Identifier: GPL-3.0-or-later
// cloop info
#include "arguments.h"
#include "error_json.h"
#include "image_facts.h"
#include "old_readers.h"

#include "job/open_image.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

#include <array>
#include <map>

namespace cloop::cli {

namespace {

/// Statistics of the index.
struct IndexFacts {
    std::map<std::uint8_t, std::pair<std::size_t, std::uint64_t>> codecs;  ///< number of blocks and stored bytes of each
    std::array<std::size_t, 11> ratios{};  ///< [0]: up to 10 %, …; [10]: above 100 %
    std::size_t longest = 0;
    std::size_t entry_damaged = 0;
    std::size_t missing = 0;
};

IndexFacts facts_of(const ImageReader &image) {
    IndexFacts facts;
    for (std::size_t block = 0; block < image.block_count(); ++block) {
        switch (image.index().defect(block)) {
        case Defect::entry_damaged: ++facts.entry_damaged; continue;
        case Defect::missing: ++facts.missing; continue;
        case Defect::none: break;
        }
        const BlockRef ref = image.index()[block];
        auto &[count, bytes] = facts.codecs[ref.codec];
        ++count;
        bytes += ref.size;
        facts.longest = std::max<std::size_t>(facts.longest, ref.size);
        const std::uint64_t tenth = ref.size == 0 ? 0 : (std::uint64_t{ref.size} * 10 - 1) / image.block_size();
        ++facts.ratios[static_cast<std::size_t>(std::min<std::uint64_t>(tenth, 10))];
    }
    return facts;
}

/// At the right of so many columns.
std::string in_columns(std::size_t columns, const std::string &text) {
    return std::string(columns - std::min(columns, columns_of(text)), ' ') + text;
}

int run_info(const std::string &name, Session &session) {
    auto opened = open_image(name, session.image_options(), session.stop);
    if (!opened) return session.fail(opened.error());
    const ImageReader &image = **opened;
    warn_of_missing_part(name, image, session);
    warn_of_other_images(name, image, session);
    const IndexFacts facts = facts_of(image);
    const double ratio = image.size() > 0 ? static_cast<double>(image.file_size()) / static_cast<double>(image.size()) : 0;
    const std::string content = content_text(*opened);
    const bool has_plain = std::ranges::any_of(facts.codecs, [](const auto &entry) {
        const Codec *codec = find_codec(CodecId{entry.first});
        return codec && codec->stores_plain;
    });
    const auto limits = old_readers_that_fail(image.head(), image.file_size(), has_plain);

    Json json{{"image", image.name()},
              {"version", version_text(image.head())},
              {"head", image.head().place == HeadPlace::first ? "first" : "last"},
              {"block_size", image.block_size()},
              {"blocks", image.block_count()},
              {"content_size", image.size()},
              {"size_noted", image.head().noted_size.has_value()},
              {"image_size", image.file_size()},
              {"ratio", ratio},
              {"longest_stored_block", facts.longest},
              {"codecs", Json::object()},
              {"histogram", facts.ratios},
              {"damaged_entries", facts.entry_damaged},
              {"missing_blocks", facts.missing},
              {"content", content},
              {"old_readers", limits},
              {"head_corrections", to_json(image.corrections())}};
    std::string text = printable(image.name()) + "\n";
    const auto line = [&](const std::string &label, const std::string &value) {
        text += "  " + label + std::string(16 - std::min<std::size_t>(columns_of(label), 15), ' ') + value + "\n";
    };
    line(tr("version"), version_text(image.head()));
    line(tr("content"), size_text(image.size()) + " (" + filled_in(tr("%1 bytes"), number_text(image.size()), {}) +
                            (image.head().noted_size ? tr(", as noted in the preamble") : "") + ")");
    for (const HeadCorrection &correction : image.corrections()) line(tr("damaged head"), sentence(correction));
    line(tr("image"), size_text(image.file_size()) + " (" + filled_in(tr("%1 bytes"), number_text(image.file_size()), {}) + ")");
    line(tr("ratio"), percent_text(ratio));
    line(tr("blocks"), filled_in(tr("%1 of %2"), number_text(image.block_count()), size_text(image.block_size())) + ", " +
                           filled_in(tr("the longest stored in %1 bytes"), number_text(facts.longest), {}));
    std::string codecs;
    for (const auto &[codec, use] : facts.codecs) {
        codecs += (codecs.empty() ? "" : ", ") + codec_name(codec) + " " + number_text(use.first);
        json["codecs"][codec_name(codec)] = {{"blocks", use.first}, {"stored", use.second}};
    }
    line(tr("codecs"), codecs.empty() ? tr("none") : codecs);
    line(tr("inside"), content.empty() ? tr("not known") : printable(content));
    if (facts.entry_damaged) line(tr("damage"), filled_in(tr("%1 blocks whose place the index does not say"), number_text(facts.entry_damaged), {}));
    if (facts.missing) line(tr("cut short"), filled_in(tr("%1 blocks lie behind the end of the file"), number_text(facts.missing), {}));

    std::size_t most = 1;
    for (const std::size_t count : facts.ratios) most = std::max(most, count);
    text += std::string("  ") + tr("ratio of the blocks") + "\n";
    for (std::size_t i = 0; i < facts.ratios.size(); ++i) {
        const std::string label =
            i < 10 ? filled_in(tr("%1 to %2"), std::to_string(10 * i), in_columns(3, std::to_string(10 * i + 10))) : tr("above 100");
        text += in_columns(14, label) + " %  " + std::string(40 * facts.ratios[i] / most + (facts.ratios[i] ? 1 : 0), '#') + " " +
                number_text(facts.ratios[i]) + "\n";
    }
    for (const auto &limit : limits) text += "  " + limit + "\n";
    session.print(json, text);
    return facts.entry_damaged + facts.missing > 0 ? exit_damaged : exit_fine;
}

} // namespace

void add_info(CLI::App &root, Session &session) {
    auto name = std::make_shared<std::string>();
    CLI::App *command = add_command(root, session, "info", tr("What an image is: version, sizes, codecs, what is inside"));
    takes(command->add_option("image", *name, tr("Image, part of a split set, drive, or ISO:PATH")), value::image)->required();
    command->callback([name, &session] { session.action = [name, &session] { return run_info(*name, session); }; });
}

} // namespace cloop::cli
