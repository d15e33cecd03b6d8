// SPDX-License-Identifier: GPL-3.0-or-later
// Compressing on other computers: the options of create and convert. They are in every build, as in the manual; one
// without the cluster answers them with the error cluster_not_built_in.

#pragma once

#include "session.h"

#include "job/create_image.h"

#include <memory>
#include <string>
#include <vector>

namespace cloop::cli {

struct ClusterRequest {
    std::string server;  ///< of --cluster: empty without it, "true" for a server of our own, else a URL
    std::string listen;  ///< ADDRESS or ADDRESS:PORT
    bool no_local = false;
    bool any_version = false;
};

void add_cluster_options(CLI::App &command, ClusterRequest &request);

/// Starts, or reaches, the cluster if the request wants it, says how others join, and lets `options` use it. Keep the result until the image is made.
Result<std::shared_ptr<void>> use_cluster(const ClusterRequest &request, CreateOptions &options, Session &session);

/// The words behind the program's name. "--cluster URL" becomes "--cluster=URL", because CLI11 finds the value of a flag only there.
std::vector<std::string> words_of_line(int argc, char **argv);

} // namespace cloop::cli
