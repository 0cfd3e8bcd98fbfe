#pragma once
// What may be plugged into the terminal beside its screen: a card reader and a printer. Each may be missing, come and go;
// voting goes on without it.

#include <vector>

#include "terminal/booth/state.hpp"
#include "terminal/card/card_reader.hpp"
#include "terminal/printer/printer.hpp"
#include "terminal/ui/images.hpp"
#include "terminal/ui/text.hpp"

namespace isoloir::app {

class Devices {
public:
    /// @param clock, text, images  lent; must outlive the devices
    /// @param printer  its device file
    Devices(const Clock& clock, const std::filesystem::path& printer, ui::TextEngine& text, ui::Images& images);

    /// What the devices have said since the last call.
    std::vector<booth::Answer> poll();

    bool has_card_reader() const { return card_reader_there_; }
    /// Whether the last slip came out.
    bool had_paper() const { return printed_well_; }
    bool has_printer() const { return printer_.is_there(); }
    /// Lays out and prints; answered by booth::Printed.
    void print(ui::Node slip);

private:
    ui::TextEngine& text_;
    ui::Images& images_;
    bool card_reader_there_{false};
    bool printed_well_{true};  // the last slip
    printer::Printer printer_;
    card::CardReader card_reader_;
};

}  // namespace isoloir::app
