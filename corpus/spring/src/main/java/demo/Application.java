package demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.security.KeyPairGenerator;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.imageio.ImageIO;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

@SpringBootApplication
@Controller
public class Application {
    private final JdbcTemplate jdbc;

    Application(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("create table if not exists thing (name varchar)");
    }

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @GetMapping("/")
    String index(Model model) {
        model.addAttribute("title", "Spring");
        return "index";
    }

    @GetMapping("/add/{name}")
    @ResponseBody
    String add(@PathVariable("name") String name) {
        jdbc.update("insert into thing values (?)", name);
        return jdbc.queryForList("select name from thing", String.class).toString();
    }

    @GetMapping("/crypto")
    @ResponseBody
    String crypto() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, KeyGenerator.getInstance("AES").generateKey());
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return "sealed " + cipher.doFinal("x".getBytes()).length;
    }

    @GetMapping("/picture")
    @ResponseBody
    byte[] picture() throws Exception {
        BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.drawString("hello", 2, 15);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @GetMapping("/zone")
    @ResponseBody
    String zone() {
        return LocalDateTime.of(2024, 7, 1, 0, 0).atZone(ZoneId.of("Asia/Tokyo")).toString() + String.format(Locale.GERMANY, " %,.2f", 1234.5);
    }

    @GetMapping("/charset")
    @ResponseBody
    String charset() {
        return new String(new byte[] {(byte) 0x93, (byte) 0xfa}, Charset.forName("Shift_JIS"));
    }

    @GetMapping("/trust")
    @ResponseBody
    String trust() throws Exception {
        var factory = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
        factory.init((java.security.KeyStore) null);
        return ((javax.net.ssl.X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers().length > 20 ? "trusts" : "trusts nobody";
    }

    @GetMapping("/child")
    @ResponseBody
    String child() throws Exception {
        return new String(new ProcessBuilder("date", "-u", "+%Y").start().getInputStream().readAllBytes()).trim();
    }

    @GetMapping("/fail")
    String fail() {
        throw new IllegalStateException("on purpose");
    }
}
