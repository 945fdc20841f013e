import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.*;
import java.util.*;
import java.text.SimpleDateFormat;

/** Times HeidelTime over many texts in one JVM: java -cp HEIDELTIME_JAR HeidelRun.java CONFIG DATE FILE... */
public class HeidelRun {
    public static void main(String[] args) throws Exception {
        Date dct = new SimpleDateFormat("yyyy-MM-dd").parse(args[1]);
        HeidelTimeStandalone tagger =
            new HeidelTimeStandalone(Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.TREETAGGER);
        List<String> texts = new ArrayList<>();
        for (int i = 2; i < args.length; i++) texts.add(Files.readString(Path.of(args[i])));
        tagger.process(texts.get(0), dct); // the tables are loaded and the JVM is warm
        long start = System.nanoTime();
        int found = 0;
        for (String text : texts) found += tagger.process(text, dct).split("<TIMEX3 ", -1).length - 1;
        System.err.println("SECONDS " + (System.nanoTime() - start) / 1e9 + " FOUND " + found);
    }
}
