using System.Collections.Frozen;

namespace PaperGraph.Concepts.Text;

/// <summary>Words that name nothing.</summary>
internal static class CommonWords
{
    /// <summary>Words that carry grammar, not meaning; lower case, singular.</summary>
    public static FrozenSet<string> Function { get; } = Words("""
        a about above across after again against all almost along already also although always am among an and another any are
        around as at away b be became because become been before behind being below best better between beyond both but by c can
        cannot cheap could d did do doe does doing done down dozen due during e each eight either eleven else enough especially
        etc even ever every f few first for four from full further furthermore g get give given go going got h had has have
        having he hence her here him his how however hundreds i if in include including indeed instead into is it its itself
        just k keep last later least less let like long low m made mainly make many may me merely might more moreover most
        mostly much must my n namely near need neither never new next nine no non none nor not nothing now of off often on once
        one ones only onto or other otherwise our ours out over own p part per perhaps put quite rather real really regarding s
        same second see seem seven several shall she should show shown since six so some still such t take ten than that the
        their them themselves then there therefore these they third this those though thousands three through throughout thus to
        together too toward towards twelve two under unlike until up upon us use used using usually v various very via w was we
        well were what whatever when where whereas whether which while who whole whom whose why will with within without work
        would x yet you your z
        """);

    /// <summary>What papers compute on, and are not about; lower case.</summary>
    public static FrozenSet<string> Hardware { get; } = Words("a100 a6000 a800 b200 gh200 h100 h20 h200 h800 l40s rtx v100");

    /// <summary>Words that papers use of everything: alone, or only with each other, they are no concept; lower case, singular.</summary>
    public static FrozenSet<string> Generic { get; } = Words("""
        ability ablation able absence abstract abstraction accelerated acceleration access account accuracy achieved achievement
        achieving across act action actual adaptability adaptive added addition additional adequate advance advanced advancement
        advantage affordable aggregate agreement aim al algorithm all alternative ambiguity amount analysis angle answer
        appendix application applied approach appropriate architecture area art artifact aspect assessment asset assistant
        assumption attempt attention attribute author automated automatic availability available average aware backbone balance
        barrier base based baseline basic basis behavior benchmark benefit best best-performing better big billion black-box
        block bottleneck bound box branch breadth broad budget building burden capability capable capacity careful case category
        cause central chain challenge challenging change channel character characteristic checkpoint choice claim class classic
        classical classifier clean clear close closed-source cluster code coding cognitive coherent collection combination
        combined common community comparable comparative comparison compatibility competitive complementary complete complex
        complexity component comprehension comprehensive computation computational compute computer concept concern conclusion
        concrete concurrent condition conditional configuration connection consequence considerable consideration consistent
        constraint construction contaminated contemporary content context contextual continuous contrast contribution control
        conventional convergence conversational core corpora corpus correct correctness corresponding cost cost-effective
        coverage cpu creation criterion critical cross crucial curated current curve custom cutting cutting-edge data
        data-driven database dataset date day decision decision-making deep deeper default degradation degree demand
        demonstration dense dependence dependency deployment description design desirable desired detail detailed determination
        development device diagnostic different dimension direct direction discovery discrepancy discussion distinct
        distribution diverse domain domain-specific dominant downstream drawback drop dual dynamic dynamics e.g early ease easy
        edge effect effective effectiveness efficacy efficiency efficient effort element emergence emerging empirical encoder
        encouraging end end-to-end engine enhanced enhancement entire entity entry environment equation equivalent error
        essential estimate et etc evaluation evaluator ever-growing evidence exact example excellent exceptional execution
        exhaustive existing existing-method expense expensive experiment experiment-based experimental expert explanation
        explicit expression extension extensive extent external extra extraction extreme factor failure fair faithful family
        fast faster feasibility feasible feature feedback few field figure final finding fine fine-grained fine-tuned first
        fixed flexibility flexible focus following force form formal formulation foundational frame framework free frequency
        frequent frontier frozen full full-scale fully function functional functionality fundamental further future gain gap
        general generalizability generalization generated generator generic github given global goal gold good gpu gradient
        great greater ground ground-truth group growing growth guarantee guidance guide guideline half hallucination hand
        hand-crafted handcrafted hard hardware head heavy help heterogeneous hierarchical hierarchy high high-fidelity
        high-level high-performance high-quality high-resolution higher highest highly holistic hour http human human-level
        hundred hybrid hypothesis i.e idea ideal identification impact imperfect implementation implication implicit importance
        important impressive improved improvement in-depth inability inaccuracy incorporation increase increased increasing
        independent index indirect individual inference influence information informative infrastructure inherent initial
        initialization initiative innovation innovative input insight inspection instance instruction insufficient integral
        integrated intelligence intelligent intensive interactive interest interface intermediate internal interval introduction
        intuition intuitive investigation issue iteration iterative joint judge judgment key kind knowledge known label labeled
        lack landscape large large-scale larger largest latency latent latest law layer lead leaderboard leading learned learner
        length lengthy letter level leverage lightweight likelihood limit limitation limited line linear link list literature
        little load local location logic logical long long-standing longer loss low low-cost low-level lower machine magnitude
        main mainstream major majority manner manual many map marginal mass massive match material maximum mean meaning
        meaningful measure measurement mechanism medium member mere meta method methodology metric metrics million minimal
        minimum minor misalignment missing mix mixed mixture modality mode model model-agnostic moderate modern modification
        modular module month more most motivation multi multiple mutual naive native natural nature necessary need negative new
        next noise noisy non non-trivial nontrivial notable notion novel novelty number numerous object objective observation
        obstacle obtained obvious off-the-shelf one online open open-ended open-source operation operator opportunity optimal
        optimized option order ordinary organization origin original out-of-the-box outcome output outstanding overall overhead
        overview own page pair paper paradigm paragraph parallel parameter part partial particular path pattern peak people
        percent percentage performance performant period person perspective phase phenomenon phrase physical pipeline place
        plain plan platform plausible plug plug-and-play point policy poor popular population portion position positive
        possibility possible post potential power powerful practical practice practitioner pre-trained precise precision
        predictive predictor preference preliminary premise presence present pretrained previous previously-unseen primary prime
        principle principled prior priority probability probable problem problem-solving procedure process processing product
        progress progressive project promise promising prompt proof proper property proposal proposed proprietary protocol proxy
        public publication publicly-available pure purpose qualitative quality quantitative quantity query question quick random
        range rank rapid rare rate ratio raw reach reaching real real-time real-world realistic reality reason reasonable recent
        recipe record recovery reduced reduction reference regime region regular related relation relationship relative release
        relevance relevant reliability reliable remaining remarkable report reported repository representation representative
        request requirement research researcher resource respect respective response rest result resulting retraining rich right
        rigid rigorous rise risk robust role room root rough round routine row rule run runtime safe sample satisfactory
        scalability scalable scale scarcity scenario scheme school science scope score section segment selected self-contained
        semantic sense sentence separate sequence sequential series serious set setting setup several severe shape share shared
        shift short shortcoming showing shown side signal significance significant similar simple simpler simplicity
        simultaneous single site situation size skill slight slow small smaller smart smooth social software sole solid solution
        solver sophisticated sota source space span spatial special specialized specific specification spectrum speed speedup
        split stable stage standard start state state-of-art state-of-the-art static statistic statistical status step
        stochastic straightforward strategy stream strength strict strong stronger structural structure structured student study
        style sub-task subject submodule subset substantial subtask success successful sufficient suitable suite superior
        superiority supervision support surface surprising survey sweep synthesis synthetic system systematic table target task
        task-specific taxonomy teacher team technical technique technology temporal tendency term test testbed testing text
        textual theoretical theory thing thinking thorough thought thousand thread threshold time time-consuming timely token
        tool top topic total trace track trade-off trade-offs tradeoff traditional train trained training training-based
        training-free transformation transition transparency treatment trend trial trillion trivial true turn type typical
        ubiquitous ultimate unclear underlying unexpected unexplored unified uniform unique unit universal unknown unprecedented
        unseen up-to-date update url usage use useful usefulness user user-friendly utility validation validity valuable value
        vanilla variable variance variant variation variety various vast vector version viable video view viewpoint visual vital
        volume wall way weak weakness website week weight well well-established well-known whole wide wide-ranging widely
        widely-used widespread wild word work workflow working workload world worse worst year yield zero zero-shot-setting
        """);

    /// <summary>
    /// Words of whole areas: alone, or in front of a generic word ("reasoning ability"), they are no concept; lower case, singular.
    /// </summary>
    private static FrozenSet<string> Areas { get; } = Words("""
        2d 3d 4d adaptation agent agent-based agentic ai alignment annotation arabic artificial attention audio augmentation
        autonomous autoregressive awareness bengali bias boundary causal chinese classification code coherence completion
        comprehension consistency correlation cross-modal depth detection diffusion diffusion-based distillation diversity
        document dutch edge editing embodied english estimation evaluation exploration faithfulness few-shot fidelity
        fine-tuning finnish french frontier generation generative german greek hebrew hindi image indonesian instruction
        integration interaction italian japanese key-value korean language language-model large-language latin learning
        learning-based llm llm-based logical long-context long-form long-horizon lvlm machine mapping math mathematical medical
        memory mllm mobile modeling motion multi-agent multi-modal multi-step multi-turn multilingual multimodal network object
        open-vocabulary open-weight optimization optimizer out-of-distribution perception persian planning polish portuguese
        post-training pre-training prediction pretraining prompt reasoning recognition reconstruction retrieval rl robot
        robustness routing russian sampling scaling scene search segmentation selection self-supervised semantic sft similarity
        simulation single-image spanish sparsity spatial spatio-temporal speech stability supervised swedish synthesis temporal
        text-to-image text-to-video thai trajectory transfer transformer transformer-based transparency turkish understanding
        unsupervised urdu verification video vietnamese vision vision-language visual vlm vulnerability web zero-shot
        """);

    /// <summary>What is said of any thing, and is part of no name: new, existing, effective; lower case.</summary>
    public static FrozenSet<string> Praise { get; } = Words("""
        absolute abundant accessible accurate actionable actual additional adequate admissible advanced adverse aggressive
        alarming ambiguous ambitious ample apparent appropriate arbitrary associated attractive available average bad balanced
        bare basic beneficial best best-performing better bigger brief brittle broad broader careful central certain challenging
        cheap cheaper cleaner clear closed-source closer coarser common comparable compelling competitive complete complex
        comprehensive concrete consecutive considerable consistent conventional convincing core correct corresponding
        cost-effective costlier costly critical crucial cumbersome current customary daily decent decisive dedicated deeper
        definite desired detailed different difficult dire direct distinct diverse dominant drastic drop-in earlier easier
        effective efficient elegant empirical enabled encouraging enhanced enormous entire essential established eventual
        everyday evident excellent excessive existing expensive extendable extended extensive extreme fair fast faster favorable
        fewer final finer firm flawed flexible focal formidable fragile fresh frontier fruitful fuller fundamental further
        future game-changing general generalizable generally-capable genuine given good gradual great greater greatest growing
        harder heavy hefty helpful high high-end high-performing high-quality higher highest huge ideal identical immediate
        immense imperative imperfect important impressive improper improved in-depth inadequate incomplete inconsistent
        incorrect increased independent indispensable individual inefficient inevitable inexpensive infeasible inferior
        inflexible influential inherent initial innovative insufficient integral intense intensive interesting intricate
        intrinsic invaluable irrelevant isolated key known labor-intensive laborious large large-scale larger largest lasting
        latest leading lengthy lesser limited little long longer low lower lowest lucrative main mainstream major manual massive
        mature meaningful mere messy minimal misguided mistaken moderate modern modest multi-stage multiple multistage naive
        narrow nascent nearby neat necessary negligible new newly non-trivial nontrivial notable noteworthy noticeable novel
        nuanced numerous obscure obsolete obvious off-the-shelf official open-ended open-source open-sourced optimal ordinary
        original other out-of-domain outstanding overall overwhelming paramount particular peculiar perfect persistent pertinent
        pivotal plain plausible pleasant poor popular possible potent potential powerful practical pre-defined preceding precise
        predefined predominant preferable present preserved pressing presumed prevailing prevalent previous primary principled
        prior profound prohibitive prominent promising pronounced proper proposed proprietary public published quick rapid raw
        ready real real-world realistic reasonable recent released relevant reliable remarkable representative requested
        resilient resource-constrained respectable respective restrictive resultant revisited rich richer rigid rigorous robust
        rough routine safety-critical same satisfactory seamless seminal sensible separate serious several severe sheer shorter
        significant similar simple simpler simplistic simultaneous single sizable slight slow small smaller so-called sole solid
        sophisticated sota specialized specific spectacular staggering standard stark state-of-the-art steady straightforward
        strict striking stringent strong stronger strongest suboptimal subsequent substantial subtle successful such sudden
        sufficient suitable superior supplementary supplied sure surprising sustained systematic tailored tedious theoretical
        thorough thoughtful three-stage timely tiny top-performing tough traditional tremendous tricky trivial trustworthy
        two-stage typical ultimate unacceptable unavoidable unclear underestimated underlying undesirable uneven unexplored
        unfamiliar unfortunate unified unintended unique unnecessary unprecedented unreliable unresolved unsatisfactory untapped
        urgent usable useful usual vague valid valuable vanilla various vast versatile viable vital vivid vulnerable wasteful
        weak weaker well-cultivated well-designed well-known well-structured whole wide wider widespread widest worse worst
        worthwhile wrong
        """);

    /// <summary>Verbs that no name holds, without the s of the third person: a phrase ends where one stands.</summary>
    public static FrozenSet<string> Verbs { get; } = Words("""
        accelerate accept accommodate accomplish achieve acquire adapt add adopt aggregate aim align alleviate allow amplify
        analyze apply argue arise assess assist assume attain attend attract augment avoid await beat become begin behave boast
        bridge bring carry choose co-vary combine come compose comprise conduct confirm confuse connect consist
        constitute construct consume contain continue contribute convert cope corroborate create decide define
        delineate deliver delve demonstrate depend deploy derive describe determine devise differ diminish discover display
        distinguish do eliminate elucidate emerge employ employing empower enable encompass encompassing encourage endow enhance
        ensure entail enter equip establish evaluate evolve exacerbate examine exceed exhibit exist expand expect explains
        exploit explore extend facilitate fail fall favor featuring follow formulate foster garner garnered gather generalise
        generalize generate get give go govern grow handle happen helps hinder hinge identify illustrate impede implement imply
        improve incorporate incur indicate inherit inspire integrate interpret introduce investigate involve keep know lack
        learn leave let lets leverage lie lose maintain make mimic mitigate necessitate need obey observe obtain occur offer
        operate optimise optimize outpace outperform outweigh overcome overestimate overlook pave perform permit persist pick
        pinpoint possess possessing preclude predict prefer preserve prevent produce promote propose prove provide pursue put
        quantify raise reach receive reconcile reduce refer refine rely remain remove replace require resemble resolve retain
        retaining reveal rival say see seek seem serve show showcase simplify solve spanning spell stay steer stem strive
        struggle succeed suffer suffice suggest supply surpass surpassing synthesize tackle tailor take tell tend transform try
        uncover underestimate undergo underlie undermine underperform underpin understand unlock unveil update utilize validate
        vary verify want warrant weaken widen win yield
        """);

    /// <summary>In front of a hyphen they make an adjective: multi-task, low-rank, two-stage.</summary>
    public static FrozenSet<string> AdjectiveBeginnings { get; } = Words("""
        closed dual few five four full high in large long low many multi near one open real short single small three two zero
        """);

    /// <summary>What numbers count; no part of a name that follows.</summary>
    public static FrozenSet<string> Units { get; } = Words("""
        b cm day db epoch fps gb ghz gib hour hz k khz kib km kb l m mb mhz mib min minute mm month ms sec second step tb tib week x year
        """);

    /// <summary>Names end in them; where a phrase begins with one, it is a verb: "understanding grokking".</summary>
    private static FrozenSet<string> VerbalGerunds { get; } = Words("""
        addressing answering building evaluating following generating modeling modelling solving understanding using
        """);

    /// <summary>Behind a hyphen they make an adjective.</summary>
    public static FrozenSet<string> AdjectiveEndings { get; } = Words("""
        agnostic augmented aware based centric dependent driven efficient enabled free friendly grounded guided intensive invariant level
        like oriented rich specific wise
        """);

    /// <summary>
    /// Heads that add nothing to the phrase in front of them: "spatial reasoning capabilities", "few-shot performance"; lower case,
    /// singular.
    /// </summary>
    private static FrozenSet<string> EmptyHeads { get; } = Words("""
        ability absence advance advancement area aspect capability community counterpart degree demand development difficulty
        effort existence expertise fashion finding issue kind lack landscape level limitation manner nature need notion
        performance perspective phenomenon potential presence process progress purpose regime requirement research result
        scenario stage tendency usage use way
        """);

    /// <summary>Heads that make no name of a word of a whole area: "reasoning ability", "video model"; lower case, singular.</summary>
    public static FrozenSet<string> VagueHeads { get; } = Words("""
        ability accuracy advance advancement algorithm analysis application approach architecture area aspect baseline benchmark
        capability capacity case challenge code community computation construction content cost count data dataset demand
        development device dimension direction domain effort element environment evaluation example experiment expert expertise
        family field framework gain gap harness improvement information input issue language level limitation literature
        mechanism method metric metrics model need output paradigm pattern performance pipeline potential power problem process
        progress protocol quality recipe research resource result scale scenario score setting skill solution speed step
        strategy study success suite system task technique technology time tool training type usage use way work
        """);

    /// <summary>What papers work on: behind a generic word ("input image", "base LLM") no concept; lower case, singular.</summary>
    private static FrozenSet<string> Matter { get; } = Words(
        "agent audio document image llm lvlm mllm network object prompt scene speech text video vlm");

    private static readonly FrozenDictionary<string, WordLists> Lists = new (WordLists List, FrozenSet<string> Words)[]
    {
        (WordLists.Function, Function), (WordLists.Generic, Generic), (WordLists.Generic, Hardware), (WordLists.Areas, Areas),
        (WordLists.Praise, Praise),
        (WordLists.Verbs, Verbs), (WordLists.Units, Units), (WordLists.VerbalGerunds, VerbalGerunds), (WordLists.EmptyHeads, EmptyHeads),
        (WordLists.VagueHeads, VagueHeads), (WordLists.Matter, Matter),
    }.SelectMany(list => list.Words, (list, word) => (word, list.List)).GroupBy(entry => entry.word, entry => entry.List)
        .ToFrozenDictionary(word => word.Key, word => word.Aggregate((all, list) => all | list));

    /// <summary>All lists that hold a word.</summary>
    public static WordLists FindLists(string word) => Lists.GetValueOrDefault(word);

    /// <summary>Whether a phrase, by the forms of its words, says nothing in particular.</summary>
    public static bool AreGeneric(ReadOnlySpan<Token> phrase)
    {
        const WordLists SaysNothing = WordLists.Generic | WordLists.Function | WordLists.Praise;
        if (phrase.IsEmpty) return false;
        var (first, last) = (phrase[0].Word.Traits.ListsOfForm, phrase[^1].Word.Traits.ListsOfForm);
        if (phrase.Length == 1) return (first & (WordLists.Generic | WordLists.Areas)) != 0;
        if (!last.HasFlag(WordLists.Generic) && !(last.HasFlag(WordLists.Matter) && first.HasFlag(WordLists.Generic))) return false;
        var areas = 0;
        foreach (var token in phrase)
        {
            var lists = token.Word.Traits.ListsOfForm;
            if (lists.HasFlag(WordLists.Areas)) areas++;
            else if ((lists & SaysNothing) == 0) return false;
        }

        return areas switch
        {
            0 => true,
            1 => (last & (WordLists.VagueHeads | WordLists.Matter)) != 0 || first.HasFlag(WordLists.Praise),
            _ => false,
        };
    }

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
