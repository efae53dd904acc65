package org.eventcenter.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * An address for phone cameras, as SVG: black on white in every theme, with the quiet zone of four modules that cameras
 * need.
 *
 * @param label what it is for, for those who do not see it
 */
public record QrCode(String address, String label) implements Content {
    private static final int QUIET = 4;

    @Override
    public void writeTo(TemplateOutput output) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(address, Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        output.writeContent("<svg class=\"ec-qr\" viewBox=\"0 0 " + size + " " + size + "\" role=\"img\" aria-label=\""
                + MessageText.escape(label) + "\"><path d=\"" + modules(code) + "\"/></svg>");
    }

    /** One rectangle for each run of dark modules in a row. */
    private static String modules(io.nayuki.qrcodegen.QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int run = 0;
                while (x + run < code.size && code.getModule(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append('h')
                            .append(run);
                    path.append("v1h-").append(run).append('z');
                    x += run;
                }
            }
        }
        return path.toString();
    }
}
