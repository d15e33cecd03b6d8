// Everything between "make an image of this" and an image, in the job's thread.

#pragma once

#include "job/create_image.h"
#include "job/estimate.h"
#include "image/block_reader.h"
#include "image/lost_blocks.h"
#include "source/iso_tree.h"

#include <memory>
#include <optional>
#include <string>

namespace cloop::desktop {

/// What an image is made of.
struct BuildSource {
    std::string path;                          ///< a folder, an ISO, any file, an archive
    std::shared_ptr<const BlockReader> image{};  ///< an image to be converted, instead
    SourceFilter filter{};                       ///< what of a folder or archive is left out
};

struct BuildRequest {
    BuildSource source;
    std::string output;
    CreateOptions options;
    std::optional<std::uint64_t> split;  ///< bytes that a part stays below
    std::string label;                   ///< of the volume, where a folder or archive becomes an ISO
    std::optional<Owner> owner{};        ///< of everything in it, in place of what the source says
    bool keepGoing = false;              ///< zeros for what can't be read, instead of an end
    bool writeSum = false;               ///< the image's SHA-256 beside it
};

struct BuildResult {
    CreateResult image;
    std::vector<Error> troubles;    ///< names of the source that could not be read, where it went on
    std::vector<Error> notes;       ///< what the image does not hold as it is in the source
    std::vector<LostBlocks> lost;   ///< of the image that was converted
    std::string imageSha256;        ///< of the file itself, where it was written beside
    std::optional<Error> sumTrouble; ///< why it was not: the image is there all the same
};

/// What is there under that name is replaced: the window has asked. Errors: those of open_stream(), open_output(), create_image().
Result<BuildResult> build(const BuildRequest &request, const std::stop_token &stop, const ProgressSink &progress);

/// What the estimates look at. Errors: those of open_sampled().
Result<Sampled> openSampled(const BuildSource &source, const std::stop_token &stop);

} // namespace cloop::desktop
