package dev.cupel.image.registry.transfer;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.MalformedAnswer;
import dev.cupel.image.registry.RegistryRefusal;
import dev.cupel.image.registry.http.BrokenTransfer;
import dev.cupel.image.store.WrongBlob;
import java.io.IOException;

/// Turns what a registry did into what a person can do.
record RemoteTrouble(ImageName name) {
    /// Work with a registry in which anything may go wrong.
    interface Work<T> {
        T run() throws IOException, MalformedManifest;
    }

    <T> T orExplain(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RegistryRefusal refusal) {
            throw explained(refusal);
        } catch (BrokenTransfer e) {
            throw new CupelException(
                    Fault.ENVIRONMENT, message(e), "Check the network and that " + name.registry() + " is the right host.", e);
        } catch (MalformedAnswer e) {
            throw new CupelException(Fault.INPUT, message(e), "Look at what stands between this machine and the registry.", e);
        } catch (WrongBlob e) {
            throw new CupelException(
                    Fault.INPUT,
                    "Cannot use " + name + " from " + name.registry() + ": " + e.getMessage() + ".",
                    "Nothing of it was kept. Push the image again, or take it from another registry.",
                    e);
        } catch (MalformedManifest e) {
            throw new CupelException(
                    Fault.INPUT, "Cannot use " + name + ": " + e.getMessage() + ".", "Name another tag or digest.", e);
        }
    }

    private CupelException explained(RegistryRefusal refusal) {
        if (refusal.isMissing()) {
            return new CupelException(
                    Fault.INPUT,
                    message(refusal),
                    "Check the spelling of " + name.familiar() + "; a private repository is hidden from those who are not logged in.",
                    refusal);
        }
        if (refusal.isDenied()) {
            return new CupelException(
                    Fault.ENVIRONMENT,
                    message(refusal),
                    "Log in with `docker login " + name.registry() + "`, or check what the account may do.",
                    refusal);
        }
        return new CupelException(Fault.ENVIRONMENT, message(refusal), "Try again later, or ask the registry's owner.", refusal);
    }

    private static String message(IOException e) {
        return String.valueOf(e.getMessage());
    }
}
