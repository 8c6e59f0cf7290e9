namespace PaperGraph.Graph.Search;

/// <summary>
/// The English (Porter 2) stemmer of Snowball, as PostgreSQL's <c>english_stem</c> has it:
/// https://snowballstem.org/algorithms/english/stemmer.html. It tells which words of a text a search has found, without asking the
/// database for each of them.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    };

    private static readonly (string Ending, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"),
        ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
        ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"),
        ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Ending, string Stem)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic",
    ];

    /// <param name="word">In lower case, without accents.</param>
    public static string Stem(string word)
    {
        if (word.Length <= 2) return word;
        if (Exceptions.TryGetValue(word, out var stem)) return stem;

        word = MarkConsonants(word);
        var r1 = Region1(word);
        var r2 = Region(word, r1);
        word = Plural(word);
        if (Whole.Contains(word)) return word;
        word = Past(word, r1);
        if (word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2])) word = word[..^1] + "i";
        word = Suffix(word, r1);
        word = Derived(word, r1, r2);
        word = Removed(word, r2);
        word = Last(word, r1, r2);
        return word.Replace('Y', 'y');
    }

    /// <summary>A y is a consonant, written Y, at the beginning and behind a vowel.</summary>
    private static string MarkConsonants(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal)) return word;
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1]))) letters[i] = 'Y';
        return new string(letters);
    }

    private static int Region1(string word)
    {
        foreach (var prefix in (string[])["gener", "commun", "arsen"])
            if (word.StartsWith(prefix, StringComparison.Ordinal)) return prefix.Length;
        return Region(word, 0);
    }

    /// <summary>Where the region behind the first consonant that follows a vowel begins.</summary>
    private static int Region(string word, int start)
    {
        for (var i = start + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
    }

    /// <summary>Step 1a.</summary>
    private static string Plural(string word)
    {
        if (Ends(word, "sses")) return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies")) return word.Length > 4 ? word[..^2] : word[..^1];
        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s")) return word;
        return HasVowel(word, word.Length - 2) ? word[..^1] : word;
    }

    /// <summary>Step 1b.</summary>
    private static string Past(string word, int r1)
    {
        foreach (var ending in (string[])["eedly", "eed"])
            if (Ends(word, ending)) return word.Length - ending.Length >= r1 ? word[..^(ending.Length - 2)] : word;
        foreach (var ending in (string[])["ingly", "edly", "ing", "ed"])
        {
            if (!Ends(word, ending)) continue;
            var rest = word[..^ending.Length];
            if (!HasVowel(rest, rest.Length)) return word;
            if (Ends(rest, "at") || Ends(rest, "bl") || Ends(rest, "iz")) return rest + "e";
            if (rest.Length > 1 && rest[^1] == rest[^2] && "bdfgmnprt".Contains(rest[^1], StringComparison.Ordinal)) return rest[..^1];
            return rest.Length <= r1 && EndsShort(rest, rest.Length) ? rest + "e" : rest;
        }
        return word;
    }

    /// <summary>Step 2.</summary>
    private static string Suffix(string word, int r1)
    {
        foreach (var (ending, stem) in Step2)
        {
            if (!Ends(word, ending)) continue;
            var rest = word[..^ending.Length];
            if (rest.Length < r1) return word;
            return ending switch
            {
                "ogi" => Ends(rest, "l") ? rest + stem : word,
                "li" => rest.Length > 0 && "cdeghkmnrt".Contains(rest[^1], StringComparison.Ordinal) ? rest : word,
                _ => rest + stem,
            };
        }
        return word;
    }

    /// <summary>Step 3.</summary>
    private static string Derived(string word, int r1, int r2)
    {
        foreach (var (ending, stem) in Step3)
        {
            if (!Ends(word, ending)) continue;
            var rest = word[..^ending.Length];
            return rest.Length < (ending == "ative" ? r2 : r1) ? word : rest + stem;
        }
        return word;
    }

    /// <summary>Step 4.</summary>
    private static string Removed(string word, int r2)
    {
        foreach (var ending in Step4)
        {
            if (!Ends(word, ending)) continue;
            var rest = word[..^ending.Length];
            if (rest.Length < r2) return word;
            return ending != "ion" || Ends(rest, "s") || Ends(rest, "t") ? rest : word;
        }
        return word;
    }

    /// <summary>Step 5.</summary>
    private static string Last(string word, int r1, int r2)
    {
        var end = word.Length - 1;
        if (Ends(word, "e") && (end >= r2 || (end >= r1 && !EndsShort(word, end)))) return word[..^1];
        return Ends(word, "ll") && end >= r2 ? word[..^1] : word;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
            if (IsVowel(word[i])) return true;
        return false;
    }

    /// <summary>Whether the first letters end in a short syllable.</summary>
    private static bool EndsShort(string word, int length)
    {
        if (length < 2 || IsVowel(word[length - 1]) || !IsVowel(word[length - 2])) return false;
        return length == 2 || (!IsVowel(word[length - 3]) && word[length - 1] is not ('w' or 'x' or 'Y'));
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
