#include "sync-server/intake/report.hpp"

namespace isoloir::intake {

using store::Reason;

Report make_report(const Tallies& tallies, const std::function<std::string(const crypto::KeyId&)>& channel_of)
{
    Report report;
    std::map<std::string, ChannelReport> channels;
    for (const auto& [terminal, reasons] : tallies) {
        ChannelReport& channel = channels[channel_of(terminal)];
        for (const auto& [reason, count] : reasons) {
            if (reason == Reason::event) continue;
            if (reason == Reason::accepted) channel.accepted += count;
            else if (reason == Reason::duplicate || reason == Reason::superseded) channel.duplicates += count;
            else if (reason == Reason::spoilt) channel.spoilt += count;
            else {
                channel.refused += count;
                report.reasons[reason] += count;
                if (reason == Reason::opening) channel.false_openings += count;
            }
        }
    }
    for (auto& [name, channel] : channels) {
        channel.name = name;
        report.accepted += channel.accepted;
        report.duplicates += channel.duplicates;
        report.refused += channel.refused;
        report.spoilt += channel.spoilt;
        report.channels.push_back(channel);
    }
    return report;
}

}  // namespace isoloir::intake
