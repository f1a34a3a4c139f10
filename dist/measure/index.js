import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 5048:
/***/ (function(module, exports, __nccwpck_require__) {

/* module decorator */ module = __nccwpck_require__.nmd(module);
/*!
 * Benchmark.js <https://benchmarkjs.com/>
 * Copyright 2010-2016 Mathias Bynens <https://mths.be/>
 * Based on JSLitmus.js, copyright Robert Kieffer <http://broofa.com/>
 * Modified by John-David Dalton <http://allyoucanleet.com/>
 * Available under MIT license <https://mths.be/mit>
 */
;(function() {
  'use strict';

  /** Used as a safe reference for `undefined` in pre ES5 environments. */
  var undefined;

  /** Used to determine if values are of the language type Object. */
  var objectTypes = {
    'function': true,
    'object': true
  };

  /** Used as a reference to the global object. */
  var root = (objectTypes[typeof window] && window) || this;

  /** Detect free variable `define`. */
  var freeDefine = typeof define == 'function' && typeof define.amd == 'object' && define.amd && define;

  /** Detect free variable `exports`. */
  var freeExports = objectTypes[typeof exports] && exports && !exports.nodeType && exports;

  /** Detect free variable `module`. */
  var freeModule = objectTypes["object"] && module && !module.nodeType && module;

  /** Detect free variable `global` from Node.js or Browserified code and use it as `root`. */
  var freeGlobal = freeExports && freeModule && typeof global == 'object' && global;
  if (freeGlobal && (freeGlobal.global === freeGlobal || freeGlobal.window === freeGlobal || freeGlobal.self === freeGlobal)) {
    root = freeGlobal;
  }

  /** Detect free variable `require`. */
  var freeRequire =  true && __WEBPACK_EXTERNAL_createRequire(import.meta.url);

  /** Used to assign each benchmark an incremented id. */
  var counter = 0;

  /** Detect the popular CommonJS extension `module.exports`. */
  var moduleExports = freeModule && freeModule.exports === freeExports && freeExports;

  /** Used to detect primitive types. */
  var rePrimitive = /^(?:boolean|number|string|undefined)$/;

  /** Used to make every compiled test unique. */
  var uidCounter = 0;

  /** Used to assign default `context` object properties. */
  var contextProps = [
    'Array', 'Date', 'Function', 'Math', 'Object', 'RegExp', 'String', '_',
    'clearTimeout', 'chrome', 'chromium', 'document', 'navigator', 'phantom',
    'platform', 'process', 'runtime', 'setTimeout'
  ];

  /** Used to avoid hz of Infinity. */
  var divisors = {
    '1': 4096,
    '2': 512,
    '3': 64,
    '4': 8,
    '5': 0
  };

  /**
   * T-Distribution two-tailed critical values for 95% confidence.
   * For more info see http://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm.
   */
  var tTable = {
    '1':  12.706, '2':  4.303, '3':  3.182, '4':  2.776, '5':  2.571, '6':  2.447,
    '7':  2.365,  '8':  2.306, '9':  2.262, '10': 2.228, '11': 2.201, '12': 2.179,
    '13': 2.16,   '14': 2.145, '15': 2.131, '16': 2.12,  '17': 2.11,  '18': 2.101,
    '19': 2.093,  '20': 2.086, '21': 2.08,  '22': 2.074, '23': 2.069, '24': 2.064,
    '25': 2.06,   '26': 2.056, '27': 2.052, '28': 2.048, '29': 2.045, '30': 2.042,
    'infinity': 1.96
  };

  /**
   * Critical Mann-Whitney U-values for 95% confidence.
   * For more info see http://www.saburchill.com/IBbiology/stats/003.html.
   */
  var uTable = {
    '5':  [0, 1, 2],
    '6':  [1, 2, 3, 5],
    '7':  [1, 3, 5, 6, 8],
    '8':  [2, 4, 6, 8, 10, 13],
    '9':  [2, 4, 7, 10, 12, 15, 17],
    '10': [3, 5, 8, 11, 14, 17, 20, 23],
    '11': [3, 6, 9, 13, 16, 19, 23, 26, 30],
    '12': [4, 7, 11, 14, 18, 22, 26, 29, 33, 37],
    '13': [4, 8, 12, 16, 20, 24, 28, 33, 37, 41, 45],
    '14': [5, 9, 13, 17, 22, 26, 31, 36, 40, 45, 50, 55],
    '15': [5, 10, 14, 19, 24, 29, 34, 39, 44, 49, 54, 59, 64],
    '16': [6, 11, 15, 21, 26, 31, 37, 42, 47, 53, 59, 64, 70, 75],
    '17': [6, 11, 17, 22, 28, 34, 39, 45, 51, 57, 63, 67, 75, 81, 87],
    '18': [7, 12, 18, 24, 30, 36, 42, 48, 55, 61, 67, 74, 80, 86, 93, 99],
    '19': [7, 13, 19, 25, 32, 38, 45, 52, 58, 65, 72, 78, 85, 92, 99, 106, 113],
    '20': [8, 14, 20, 27, 34, 41, 48, 55, 62, 69, 76, 83, 90, 98, 105, 112, 119, 127],
    '21': [8, 15, 22, 29, 36, 43, 50, 58, 65, 73, 80, 88, 96, 103, 111, 119, 126, 134, 142],
    '22': [9, 16, 23, 30, 38, 45, 53, 61, 69, 77, 85, 93, 101, 109, 117, 125, 133, 141, 150, 158],
    '23': [9, 17, 24, 32, 40, 48, 56, 64, 73, 81, 89, 98, 106, 115, 123, 132, 140, 149, 157, 166, 175],
    '24': [10, 17, 25, 33, 42, 50, 59, 67, 76, 85, 94, 102, 111, 120, 129, 138, 147, 156, 165, 174, 183, 192],
    '25': [10, 18, 27, 35, 44, 53, 62, 71, 80, 89, 98, 107, 117, 126, 135, 145, 154, 163, 173, 182, 192, 201, 211],
    '26': [11, 19, 28, 37, 46, 55, 64, 74, 83, 93, 102, 112, 122, 132, 141, 151, 161, 171, 181, 191, 200, 210, 220, 230],
    '27': [11, 20, 29, 38, 48, 57, 67, 77, 87, 97, 107, 118, 125, 138, 147, 158, 168, 178, 188, 199, 209, 219, 230, 240, 250],
    '28': [12, 21, 30, 40, 50, 60, 70, 80, 90, 101, 111, 122, 132, 143, 154, 164, 175, 186, 196, 207, 218, 228, 239, 250, 261, 272],
    '29': [13, 22, 32, 42, 52, 62, 73, 83, 94, 105, 116, 127, 138, 149, 160, 171, 182, 193, 204, 215, 226, 238, 249, 260, 271, 282, 294],
    '30': [13, 23, 33, 43, 54, 65, 76, 87, 98, 109, 120, 131, 143, 154, 166, 177, 189, 200, 212, 223, 235, 247, 258, 270, 282, 293, 305, 317]
  };

  /*--------------------------------------------------------------------------*/

  /**
   * Create a new `Benchmark` function using the given `context` object.
   *
   * @static
   * @memberOf Benchmark
   * @param {Object} [context=root] The context object.
   * @returns {Function} Returns a new `Benchmark` function.
   */
  function runInContext(context) {
    // Exit early if unable to acquire lodash.
    var _ = context && context._ || require('lodash') || root._;
    if (!_) {
      Benchmark.runInContext = runInContext;
      return Benchmark;
    }
    // Avoid issues with some ES3 environments that attempt to use values, named
    // after built-in constructors like `Object`, for the creation of literals.
    // ES5 clears this up by stating that literals must use built-in constructors.
    // See http://es5.github.io/#x11.1.5.
    context = context ? _.defaults(root.Object(), context, _.pick(root, contextProps)) : root;

    /** Native constructor references. */
    var Array = context.Array,
        Date = context.Date,
        Function = context.Function,
        Math = context.Math,
        Object = context.Object,
        RegExp = context.RegExp,
        String = context.String;

    /** Used for `Array` and `Object` method references. */
    var arrayRef = [],
        objectProto = Object.prototype;

    /** Native method shortcuts. */
    var abs = Math.abs,
        clearTimeout = context.clearTimeout,
        floor = Math.floor,
        log = Math.log,
        max = Math.max,
        min = Math.min,
        pow = Math.pow,
        push = arrayRef.push,
        setTimeout = context.setTimeout,
        shift = arrayRef.shift,
        slice = arrayRef.slice,
        sqrt = Math.sqrt,
        toString = objectProto.toString,
        unshift = arrayRef.unshift;

    /** Used to avoid inclusion in Browserified bundles. */
    var req = require;

    /** Detect DOM document object. */
    var doc = isHostType(context, 'document') && context.document;

    /** Used to access Wade Simmons' Node.js `microtime` module. */
    var microtimeObject = req('microtime');

    /** Used to access Node.js's high resolution timer. */
    var processObject = isHostType(context, 'process') && context.process;

    /** Used to prevent a `removeChild` memory leak in IE < 9. */
    var trash = doc && doc.createElement('div');

    /** Used to integrity check compiled tests. */
    var uid = 'uid' + _.now();

    /** Used to avoid infinite recursion when methods call each other. */
    var calledBy = {};

    /**
     * An object used to flag environments/features.
     *
     * @static
     * @memberOf Benchmark
     * @type Object
     */
    var support = {};

    (function() {

      /**
       * Detect if running in a browser environment.
       *
       * @memberOf Benchmark.support
       * @type boolean
       */
      support.browser = doc && isHostType(context, 'navigator') && !isHostType(context, 'phantom');

      /**
       * Detect if the Timers API exists.
       *
       * @memberOf Benchmark.support
       * @type boolean
       */
      support.timeout = isHostType(context, 'setTimeout') && isHostType(context, 'clearTimeout');

      /**
       * Detect if function decompilation is support.
       *
       * @name decompilation
       * @memberOf Benchmark.support
       * @type boolean
       */
      try {
        // Safari 2.x removes commas in object literals from `Function#toString` results.
        // See http://webk.it/11609 for more details.
        // Firefox 3.6 and Opera 9.25 strip grouping parentheses from `Function#toString` results.
        // See http://bugzil.la/559438 for more details.
        support.decompilation = Function(
          ('return (' + (function(x) { return { 'x': '' + (1 + x) + '', 'y': 0 }; }) + ')')
          // Avoid issues with code added by Istanbul.
          .replace(/__cov__[^;]+;/g, '')
        )()(0).x === '1';
      } catch(e) {
        support.decompilation = false;
      }
    }());

    /**
     * Timer object used by `clock()` and `Deferred#resolve`.
     *
     * @private
     * @type Object
     */
    var timer = {

      /**
       * The timer namespace object or constructor.
       *
       * @private
       * @memberOf timer
       * @type {Function|Object}
       */
      'ns': Date,

      /**
       * Starts the deferred timer.
       *
       * @private
       * @memberOf timer
       * @param {Object} deferred The deferred instance.
       */
      'start': null, // Lazy defined in `clock()`.

      /**
       * Stops the deferred timer.
       *
       * @private
       * @memberOf timer
       * @param {Object} deferred The deferred instance.
       */
      'stop': null // Lazy defined in `clock()`.
    };

    /*------------------------------------------------------------------------*/

    /**
     * The Benchmark constructor.
     *
     * Note: The Benchmark constructor exposes a handful of lodash methods to
     * make working with arrays, collections, and objects easier. The lodash
     * methods are:
     * [`each/forEach`](https://lodash.com/docs#forEach), [`forOwn`](https://lodash.com/docs#forOwn),
     * [`has`](https://lodash.com/docs#has), [`indexOf`](https://lodash.com/docs#indexOf),
     * [`map`](https://lodash.com/docs#map), and [`reduce`](https://lodash.com/docs#reduce)
     *
     * @constructor
     * @param {string} name A name to identify the benchmark.
     * @param {Function|string} fn The test to benchmark.
     * @param {Object} [options={}] Options object.
     * @example
     *
     * // basic usage (the `new` operator is optional)
     * var bench = new Benchmark(fn);
     *
     * // or using a name first
     * var bench = new Benchmark('foo', fn);
     *
     * // or with options
     * var bench = new Benchmark('foo', fn, {
     *
     *   // displayed by `Benchmark#toString` if `name` is not available
     *   'id': 'xyz',
     *
     *   // called when the benchmark starts running
     *   'onStart': onStart,
     *
     *   // called after each run cycle
     *   'onCycle': onCycle,
     *
     *   // called when aborted
     *   'onAbort': onAbort,
     *
     *   // called when a test errors
     *   'onError': onError,
     *
     *   // called when reset
     *   'onReset': onReset,
     *
     *   // called when the benchmark completes running
     *   'onComplete': onComplete,
     *
     *   // compiled/called before the test loop
     *   'setup': setup,
     *
     *   // compiled/called after the test loop
     *   'teardown': teardown
     * });
     *
     * // or name and options
     * var bench = new Benchmark('foo', {
     *
     *   // a flag to indicate the benchmark is deferred
     *   'defer': true,
     *
     *   // benchmark test function
     *   'fn': function(deferred) {
     *     // call `Deferred#resolve` when the deferred test is finished
     *     deferred.resolve();
     *   }
     * });
     *
     * // or options only
     * var bench = new Benchmark({
     *
     *   // benchmark name
     *   'name': 'foo',
     *
     *   // benchmark test as a string
     *   'fn': '[1,2,3,4].sort()'
     * });
     *
     * // a test's `this` binding is set to the benchmark instance
     * var bench = new Benchmark('foo', function() {
     *   'My name is '.concat(this.name); // "My name is foo"
     * });
     */
    function Benchmark(name, fn, options) {
      var bench = this;

      // Allow instance creation without the `new` operator.
      if (!(bench instanceof Benchmark)) {
        return new Benchmark(name, fn, options);
      }
      // Juggle arguments.
      if (_.isPlainObject(name)) {
        // 1 argument (options).
        options = name;
      }
      else if (_.isFunction(name)) {
        // 2 arguments (fn, options).
        options = fn;
        fn = name;
      }
      else if (_.isPlainObject(fn)) {
        // 2 arguments (name, options).
        options = fn;
        fn = null;
        bench.name = name;
      }
      else {
        // 3 arguments (name, fn [, options]).
        bench.name = name;
      }
      setOptions(bench, options);

      bench.id || (bench.id = ++counter);
      bench.fn == null && (bench.fn = fn);

      bench.stats = cloneDeep(bench.stats);
      bench.times = cloneDeep(bench.times);
    }

    /**
     * The Deferred constructor.
     *
     * @constructor
     * @memberOf Benchmark
     * @param {Object} clone The cloned benchmark instance.
     */
    function Deferred(clone) {
      var deferred = this;
      if (!(deferred instanceof Deferred)) {
        return new Deferred(clone);
      }
      deferred.benchmark = clone;
      clock(deferred);
    }

    /**
     * The Event constructor.
     *
     * @constructor
     * @memberOf Benchmark
     * @param {Object|string} type The event type.
     */
    function Event(type) {
      var event = this;
      if (type instanceof Event) {
        return type;
      }
      return (event instanceof Event)
        ? _.assign(event, { 'timeStamp': _.now() }, typeof type == 'string' ? { 'type': type } : type)
        : new Event(type);
    }

    /**
     * The Suite constructor.
     *
     * Note: Each Suite instance has a handful of wrapped lodash methods to
     * make working with Suites easier. The wrapped lodash methods are:
     * [`each/forEach`](https://lodash.com/docs#forEach), [`indexOf`](https://lodash.com/docs#indexOf),
     * [`map`](https://lodash.com/docs#map), and [`reduce`](https://lodash.com/docs#reduce)
     *
     * @constructor
     * @memberOf Benchmark
     * @param {string} name A name to identify the suite.
     * @param {Object} [options={}] Options object.
     * @example
     *
     * // basic usage (the `new` operator is optional)
     * var suite = new Benchmark.Suite;
     *
     * // or using a name first
     * var suite = new Benchmark.Suite('foo');
     *
     * // or with options
     * var suite = new Benchmark.Suite('foo', {
     *
     *   // called when the suite starts running
     *   'onStart': onStart,
     *
     *   // called between running benchmarks
     *   'onCycle': onCycle,
     *
     *   // called when aborted
     *   'onAbort': onAbort,
     *
     *   // called when a test errors
     *   'onError': onError,
     *
     *   // called when reset
     *   'onReset': onReset,
     *
     *   // called when the suite completes running
     *   'onComplete': onComplete
     * });
     */
    function Suite(name, options) {
      var suite = this;

      // Allow instance creation without the `new` operator.
      if (!(suite instanceof Suite)) {
        return new Suite(name, options);
      }
      // Juggle arguments.
      if (_.isPlainObject(name)) {
        // 1 argument (options).
        options = name;
      } else {
        // 2 arguments (name [, options]).
        suite.name = name;
      }
      setOptions(suite, options);
    }

    /*------------------------------------------------------------------------*/

    /**
     * A specialized version of `_.cloneDeep` which only clones arrays and plain
     * objects assigning all other values by reference.
     *
     * @private
     * @param {*} value The value to clone.
     * @returns {*} The cloned value.
     */
    var cloneDeep = _.partial(_.cloneDeepWith, _, function(value) {
      // Only clone primitives, arrays, and plain objects.
      if (!_.isArray(value) && !_.isPlainObject(value)) {
        return value;
      }
    });

    /**
     * Creates a function from the given arguments string and body.
     *
     * @private
     * @param {string} args The comma separated function arguments.
     * @param {string} body The function body.
     * @returns {Function} The new function.
     */
    function createFunction() {
      // Lazy define.
      createFunction = function(args, body) {
        var result,
            anchor = freeDefine ? freeDefine.amd : Benchmark,
            prop = uid + 'createFunction';

        runScript((freeDefine ? 'define.amd.' : 'Benchmark.') + prop + '=function(' + args + '){' + body + '}');
        result = anchor[prop];
        delete anchor[prop];
        return result;
      };
      // Fix JaegerMonkey bug.
      // For more information see http://bugzil.la/639720.
      createFunction = support.browser && (createFunction('', 'return"' + uid + '"') || _.noop)() == uid ? createFunction : Function;
      return createFunction.apply(null, arguments);
    }

    /**
     * Delay the execution of a function based on the benchmark's `delay` property.
     *
     * @private
     * @param {Object} bench The benchmark instance.
     * @param {Object} fn The function to execute.
     */
    function delay(bench, fn) {
      bench._timerId = _.delay(fn, bench.delay * 1e3);
    }

    /**
     * Destroys the given element.
     *
     * @private
     * @param {Element} element The element to destroy.
     */
    function destroyElement(element) {
      trash.appendChild(element);
      trash.innerHTML = '';
    }

    /**
     * Gets the name of the first argument from a function's source.
     *
     * @private
     * @param {Function} fn The function.
     * @returns {string} The argument name.
     */
    function getFirstArgument(fn) {
      return (!_.has(fn, 'toString') &&
        (/^[\s(]*function[^(]*\(([^\s,)]+)/.exec(fn) || 0)[1]) || '';
    }

    /**
     * Computes the arithmetic mean of a sample.
     *
     * @private
     * @param {Array} sample The sample.
     * @returns {number} The mean.
     */
    function getMean(sample) {
      return (_.reduce(sample, function(sum, x) {
        return sum + x;
      }) / sample.length) || 0;
    }

    /**
     * Gets the source code of a function.
     *
     * @private
     * @param {Function} fn The function.
     * @returns {string} The function's source code.
     */
    function getSource(fn) {
      var result = '';
      if (isStringable(fn)) {
        result = String(fn);
      } else if (support.decompilation) {
        // Escape the `{` for Firefox 1.
        result = _.result(/^[^{]+\{([\s\S]*)\}\s*$/.exec(fn), 1);
      }
      // Trim string.
      result = (result || '').replace(/^\s+|\s+$/g, '');

      // Detect strings containing only the "use strict" directive.
      return /^(?:\/\*+[\w\W]*?\*\/|\/\/.*?[\n\r\u2028\u2029]|\s)*(["'])use strict\1;?$/.test(result)
        ? ''
        : result;
    }

    /**
     * Checks if an object is of the specified class.
     *
     * @private
     * @param {*} value The value to check.
     * @param {string} name The name of the class.
     * @returns {boolean} Returns `true` if the value is of the specified class, else `false`.
     */
    function isClassOf(value, name) {
      return value != null && toString.call(value) == '[object ' + name + ']';
    }

    /**
     * Host objects can return type values that are different from their actual
     * data type. The objects we are concerned with usually return non-primitive
     * types of "object", "function", or "unknown".
     *
     * @private
     * @param {*} object The owner of the property.
     * @param {string} property The property to check.
     * @returns {boolean} Returns `true` if the property value is a non-primitive, else `false`.
     */
    function isHostType(object, property) {
      if (object == null) {
        return false;
      }
      var type = typeof object[property];
      return !rePrimitive.test(type) && (type != 'object' || !!object[property]);
    }

    /**
     * Checks if a value can be safely coerced to a string.
     *
     * @private
     * @param {*} value The value to check.
     * @returns {boolean} Returns `true` if the value can be coerced, else `false`.
     */
    function isStringable(value) {
      return _.isString(value) || (_.has(value, 'toString') && _.isFunction(value.toString));
    }

    /**
     * A wrapper around `require` to suppress `module missing` errors.
     *
     * @private
     * @param {string} id The module id.
     * @returns {*} The exported module or `null`.
     */
    function require(id) {
      try {
        var result = freeExports && freeRequire(id);
      } catch(e) {}
      return result || null;
    }

    /**
     * Runs a snippet of JavaScript via script injection.
     *
     * @private
     * @param {string} code The code to run.
     */
    function runScript(code) {
      var anchor = freeDefine ? define.amd : Benchmark,
          script = doc.createElement('script'),
          sibling = doc.getElementsByTagName('script')[0],
          parent = sibling.parentNode,
          prop = uid + 'runScript',
          prefix = '(' + (freeDefine ? 'define.amd.' : 'Benchmark.') + prop + '||function(){})();';

      // Firefox 2.0.0.2 cannot use script injection as intended because it executes
      // asynchronously, but that's OK because script injection is only used to avoid
      // the previously commented JaegerMonkey bug.
      try {
        // Remove the inserted script *before* running the code to avoid differences
        // in the expected script element count/order of the document.
        script.appendChild(doc.createTextNode(prefix + code));
        anchor[prop] = function() { destroyElement(script); };
      } catch(e) {
        parent = parent.cloneNode(false);
        sibling = null;
        script.text = code;
      }
      parent.insertBefore(script, sibling);
      delete anchor[prop];
    }

    /**
     * A helper function for setting options/event handlers.
     *
     * @private
     * @param {Object} object The benchmark or suite instance.
     * @param {Object} [options={}] Options object.
     */
    function setOptions(object, options) {
      options = object.options = _.assign({}, cloneDeep(object.constructor.options), cloneDeep(options));

      _.forOwn(options, function(value, key) {
        if (value != null) {
          // Add event listeners.
          if (/^on[A-Z]/.test(key)) {
            _.each(key.split(' '), function(key) {
              object.on(key.slice(2).toLowerCase(), value);
            });
          } else if (!_.has(object, key)) {
            object[key] = cloneDeep(value);
          }
        }
      });
    }

    /*------------------------------------------------------------------------*/

    /**
     * Handles cycling/completing the deferred benchmark.
     *
     * @memberOf Benchmark.Deferred
     */
    function resolve() {
      var deferred = this,
          clone = deferred.benchmark,
          bench = clone._original;

      if (bench.aborted) {
        // cycle() -> clone cycle/complete event -> compute()'s invoked bench.run() cycle/complete.
        deferred.teardown();
        clone.running = false;
        cycle(deferred);
      }
      else if (++deferred.cycles < clone.count) {
        clone.compiled.call(deferred, context, timer);
      }
      else {
        timer.stop(deferred);
        deferred.teardown();
        delay(clone, function() { cycle(deferred); });
      }
    }

    /*------------------------------------------------------------------------*/

    /**
     * A generic `Array#filter` like method.
     *
     * @static
     * @memberOf Benchmark
     * @param {Array} array The array to iterate over.
     * @param {Function|string} callback The function/alias called per iteration.
     * @returns {Array} A new array of values that passed callback filter.
     * @example
     *
     * // get odd numbers
     * Benchmark.filter([1, 2, 3, 4, 5], function(n) {
     *   return n % 2;
     * }); // -> [1, 3, 5];
     *
     * // get fastest benchmarks
     * Benchmark.filter(benches, 'fastest');
     *
     * // get slowest benchmarks
     * Benchmark.filter(benches, 'slowest');
     *
     * // get benchmarks that completed without erroring
     * Benchmark.filter(benches, 'successful');
     */
    function filter(array, callback) {
      if (callback === 'successful') {
        // Callback to exclude those that are errored, unrun, or have hz of Infinity.
        callback = function(bench) {
          return bench.cycles && _.isFinite(bench.hz) && !bench.error;
        };
      }
      else if (callback === 'fastest' || callback === 'slowest') {
        // Get successful, sort by period + margin of error, and filter fastest/slowest.
        var result = filter(array, 'successful').sort(function(a, b) {
          a = a.stats; b = b.stats;
          return (a.mean + a.moe > b.mean + b.moe ? 1 : -1) * (callback === 'fastest' ? 1 : -1);
        });

        return _.filter(result, function(bench) {
          return result[0].compare(bench) == 0;
        });
      }
      return _.filter(array, callback);
    }

    /**
     * Converts a number to a more readable comma-separated string representation.
     *
     * @static
     * @memberOf Benchmark
     * @param {number} number The number to convert.
     * @returns {string} The more readable string representation.
     */
    function formatNumber(number) {
      number = String(number).split('.');
      return number[0].replace(/(?=(?:\d{3})+$)(?!\b)/g, ',') +
        (number[1] ? '.' + number[1] : '');
    }

    /**
     * Invokes a method on all items in an array.
     *
     * @static
     * @memberOf Benchmark
     * @param {Array} benches Array of benchmarks to iterate over.
     * @param {Object|string} name The name of the method to invoke OR options object.
     * @param {...*} [args] Arguments to invoke the method with.
     * @returns {Array} A new array of values returned from each method invoked.
     * @example
     *
     * // invoke `reset` on all benchmarks
     * Benchmark.invoke(benches, 'reset');
     *
     * // invoke `emit` with arguments
     * Benchmark.invoke(benches, 'emit', 'complete', listener);
     *
     * // invoke `run(true)`, treat benchmarks as a queue, and register invoke callbacks
     * Benchmark.invoke(benches, {
     *
     *   // invoke the `run` method
     *   'name': 'run',
     *
     *   // pass a single argument
     *   'args': true,
     *
     *   // treat as queue, removing benchmarks from front of `benches` until empty
     *   'queued': true,
     *
     *   // called before any benchmarks have been invoked.
     *   'onStart': onStart,
     *
     *   // called between invoking benchmarks
     *   'onCycle': onCycle,
     *
     *   // called after all benchmarks have been invoked.
     *   'onComplete': onComplete
     * });
     */
    function invoke(benches, name) {
      var args,
          bench,
          queued,
          index = -1,
          eventProps = { 'currentTarget': benches },
          options = { 'onStart': _.noop, 'onCycle': _.noop, 'onComplete': _.noop },
          result = _.toArray(benches);

      /**
       * Invokes the method of the current object and if synchronous, fetches the next.
       */
      function execute() {
        var listeners,
            async = isAsync(bench);

        if (async) {
          // Use `getNext` as the first listener.
          bench.on('complete', getNext);
          listeners = bench.events.complete;
          listeners.splice(0, 0, listeners.pop());
        }
        // Execute method.
        result[index] = _.isFunction(bench && bench[name]) ? bench[name].apply(bench, args) : undefined;
        // If synchronous return `true` until finished.
        return !async && getNext();
      }

      /**
       * Fetches the next bench or executes `onComplete` callback.
       */
      function getNext(event) {
        var cycleEvent,
            last = bench,
            async = isAsync(last);

        if (async) {
          last.off('complete', getNext);
          last.emit('complete');
        }
        // Emit "cycle" event.
        eventProps.type = 'cycle';
        eventProps.target = last;
        cycleEvent = Event(eventProps);
        options.onCycle.call(benches, cycleEvent);

        // Choose next benchmark if not exiting early.
        if (!cycleEvent.aborted && raiseIndex() !== false) {
          bench = queued ? benches[0] : result[index];
          if (isAsync(bench)) {
            delay(bench, execute);
          }
          else if (async) {
            // Resume execution if previously asynchronous but now synchronous.
            while (execute()) {}
          }
          else {
            // Continue synchronous execution.
            return true;
          }
        } else {
          // Emit "complete" event.
          eventProps.type = 'complete';
          options.onComplete.call(benches, Event(eventProps));
        }
        // When used as a listener `event.aborted = true` will cancel the rest of
        // the "complete" listeners because they were already called above and when
        // used as part of `getNext` the `return false` will exit the execution while-loop.
        if (event) {
          event.aborted = true;
        } else {
          return false;
        }
      }

      /**
       * Checks if invoking `Benchmark#run` with asynchronous cycles.
       */
      function isAsync(object) {
        // Avoid using `instanceof` here because of IE memory leak issues with host objects.
        var async = args[0] && args[0].async;
        return name == 'run' && (object instanceof Benchmark) &&
          ((async == null ? object.options.async : async) && support.timeout || object.defer);
      }

      /**
       * Raises `index` to the next defined index or returns `false`.
       */
      function raiseIndex() {
        index++;

        // If queued remove the previous bench.
        if (queued && index > 0) {
          shift.call(benches);
        }
        // If we reached the last index then return `false`.
        return (queued ? benches.length : index < result.length)
          ? index
          : (index = false);
      }
      // Juggle arguments.
      if (_.isString(name)) {
        // 2 arguments (array, name).
        args = slice.call(arguments, 2);
      } else {
        // 2 arguments (array, options).
        options = _.assign(options, name);
        name = options.name;
        args = _.isArray(args = 'args' in options ? options.args : []) ? args : [args];
        queued = options.queued;
      }
      // Start iterating over the array.
      if (raiseIndex() !== false) {
        // Emit "start" event.
        bench = result[index];
        eventProps.type = 'start';
        eventProps.target = bench;
        options.onStart.call(benches, Event(eventProps));

        // End early if the suite was aborted in an "onStart" listener.
        if (name == 'run' && (benches instanceof Suite) && benches.aborted) {
          // Emit "cycle" event.
          eventProps.type = 'cycle';
          options.onCycle.call(benches, Event(eventProps));
          // Emit "complete" event.
          eventProps.type = 'complete';
          options.onComplete.call(benches, Event(eventProps));
        }
        // Start method execution.
        else {
          if (isAsync(bench)) {
            delay(bench, execute);
          } else {
            while (execute()) {}
          }
        }
      }
      return result;
    }

    /**
     * Creates a string of joined array values or object key-value pairs.
     *
     * @static
     * @memberOf Benchmark
     * @param {Array|Object} object The object to operate on.
     * @param {string} [separator1=','] The separator used between key-value pairs.
     * @param {string} [separator2=': '] The separator used between keys and values.
     * @returns {string} The joined result.
     */
    function join(object, separator1, separator2) {
      var result = [],
          length = (object = Object(object)).length,
          arrayLike = length === length >>> 0;

      separator2 || (separator2 = ': ');
      _.each(object, function(value, key) {
        result.push(arrayLike ? value : key + separator2 + value);
      });
      return result.join(separator1 || ',');
    }

    /*------------------------------------------------------------------------*/

    /**
     * Aborts all benchmarks in the suite.
     *
     * @name abort
     * @memberOf Benchmark.Suite
     * @returns {Object} The suite instance.
     */
    function abortSuite() {
      var event,
          suite = this,
          resetting = calledBy.resetSuite;

      if (suite.running) {
        event = Event('abort');
        suite.emit(event);
        if (!event.cancelled || resetting) {
          // Avoid infinite recursion.
          calledBy.abortSuite = true;
          suite.reset();
          delete calledBy.abortSuite;

          if (!resetting) {
            suite.aborted = true;
            invoke(suite, 'abort');
          }
        }
      }
      return suite;
    }

    /**
     * Adds a test to the benchmark suite.
     *
     * @memberOf Benchmark.Suite
     * @param {string} name A name to identify the benchmark.
     * @param {Function|string} fn The test to benchmark.
     * @param {Object} [options={}] Options object.
     * @returns {Object} The suite instance.
     * @example
     *
     * // basic usage
     * suite.add(fn);
     *
     * // or using a name first
     * suite.add('foo', fn);
     *
     * // or with options
     * suite.add('foo', fn, {
     *   'onCycle': onCycle,
     *   'onComplete': onComplete
     * });
     *
     * // or name and options
     * suite.add('foo', {
     *   'fn': fn,
     *   'onCycle': onCycle,
     *   'onComplete': onComplete
     * });
     *
     * // or options only
     * suite.add({
     *   'name': 'foo',
     *   'fn': fn,
     *   'onCycle': onCycle,
     *   'onComplete': onComplete
     * });
     */
    function add(name, fn, options) {
      var suite = this,
          bench = new Benchmark(name, fn, options),
          event = Event({ 'type': 'add', 'target': bench });

      if (suite.emit(event), !event.cancelled) {
        suite.push(bench);
      }
      return suite;
    }

    /**
     * Creates a new suite with cloned benchmarks.
     *
     * @name clone
     * @memberOf Benchmark.Suite
     * @param {Object} options Options object to overwrite cloned options.
     * @returns {Object} The new suite instance.
     */
    function cloneSuite(options) {
      var suite = this,
          result = new suite.constructor(_.assign({}, suite.options, options));

      // Copy own properties.
      _.forOwn(suite, function(value, key) {
        if (!_.has(result, key)) {
          result[key] = _.isFunction(_.get(value, 'clone'))
            ? value.clone()
            : cloneDeep(value);
        }
      });
      return result;
    }

    /**
     * An `Array#filter` like method.
     *
     * @name filter
     * @memberOf Benchmark.Suite
     * @param {Function|string} callback The function/alias called per iteration.
     * @returns {Object} A new suite of benchmarks that passed callback filter.
     */
    function filterSuite(callback) {
      var suite = this,
          result = new suite.constructor(suite.options);

      result.push.apply(result, filter(suite, callback));
      return result;
    }

    /**
     * Resets all benchmarks in the suite.
     *
     * @name reset
     * @memberOf Benchmark.Suite
     * @returns {Object} The suite instance.
     */
    function resetSuite() {
      var event,
          suite = this,
          aborting = calledBy.abortSuite;

      if (suite.running && !aborting) {
        // No worries, `resetSuite()` is called within `abortSuite()`.
        calledBy.resetSuite = true;
        suite.abort();
        delete calledBy.resetSuite;
      }
      // Reset if the state has changed.
      else if ((suite.aborted || suite.running) &&
          (suite.emit(event = Event('reset')), !event.cancelled)) {
        suite.aborted = suite.running = false;
        if (!aborting) {
          invoke(suite, 'reset');
        }
      }
      return suite;
    }

    /**
     * Runs the suite.
     *
     * @name run
     * @memberOf Benchmark.Suite
     * @param {Object} [options={}] Options object.
     * @returns {Object} The suite instance.
     * @example
     *
     * // basic usage
     * suite.run();
     *
     * // or with options
     * suite.run({ 'async': true, 'queued': true });
     */
    function runSuite(options) {
      var suite = this;

      suite.reset();
      suite.running = true;
      options || (options = {});

      invoke(suite, {
        'name': 'run',
        'args': options,
        'queued': options.queued,
        'onStart': function(event) {
          suite.emit(event);
        },
        'onCycle': function(event) {
          var bench = event.target;
          if (bench.error) {
            suite.emit({ 'type': 'error', 'target': bench });
          }
          suite.emit(event);
          event.aborted = suite.aborted;
        },
        'onComplete': function(event) {
          suite.running = false;
          suite.emit(event);
        }
      });
      return suite;
    }

    /*------------------------------------------------------------------------*/

    /**
     * Executes all registered listeners of the specified event type.
     *
     * @memberOf Benchmark, Benchmark.Suite
     * @param {Object|string} type The event type or object.
     * @param {...*} [args] Arguments to invoke the listener with.
     * @returns {*} Returns the return value of the last listener executed.
     */
    function emit(type) {
      var listeners,
          object = this,
          event = Event(type),
          events = object.events,
          args = (arguments[0] = event, arguments);

      event.currentTarget || (event.currentTarget = object);
      event.target || (event.target = object);
      delete event.result;

      if (events && (listeners = _.has(events, event.type) && events[event.type])) {
        _.each(listeners.slice(), function(listener) {
          if ((event.result = listener.apply(object, args)) === false) {
            event.cancelled = true;
          }
          return !event.aborted;
        });
      }
      return event.result;
    }

    /**
     * Returns an array of event listeners for a given type that can be manipulated
     * to add or remove listeners.
     *
     * @memberOf Benchmark, Benchmark.Suite
     * @param {string} type The event type.
     * @returns {Array} The listeners array.
     */
    function listeners(type) {
      var object = this,
          events = object.events || (object.events = {});

      return _.has(events, type) ? events[type] : (events[type] = []);
    }

    /**
     * Unregisters a listener for the specified event type(s),
     * or unregisters all listeners for the specified event type(s),
     * or unregisters all listeners for all event types.
     *
     * @memberOf Benchmark, Benchmark.Suite
     * @param {string} [type] The event type.
     * @param {Function} [listener] The function to unregister.
     * @returns {Object} The current instance.
     * @example
     *
     * // unregister a listener for an event type
     * bench.off('cycle', listener);
     *
     * // unregister a listener for multiple event types
     * bench.off('start cycle', listener);
     *
     * // unregister all listeners for an event type
     * bench.off('cycle');
     *
     * // unregister all listeners for multiple event types
     * bench.off('start cycle complete');
     *
     * // unregister all listeners for all event types
     * bench.off();
     */
    function off(type, listener) {
      var object = this,
          events = object.events;

      if (!events) {
        return object;
      }
      _.each(type ? type.split(' ') : events, function(listeners, type) {
        var index;
        if (typeof listeners == 'string') {
          type = listeners;
          listeners = _.has(events, type) && events[type];
        }
        if (listeners) {
          if (listener) {
            index = _.indexOf(listeners, listener);
            if (index > -1) {
              listeners.splice(index, 1);
            }
          } else {
            listeners.length = 0;
          }
        }
      });
      return object;
    }

    /**
     * Registers a listener for the specified event type(s).
     *
     * @memberOf Benchmark, Benchmark.Suite
     * @param {string} type The event type.
     * @param {Function} listener The function to register.
     * @returns {Object} The current instance.
     * @example
     *
     * // register a listener for an event type
     * bench.on('cycle', listener);
     *
     * // register a listener for multiple event types
     * bench.on('start cycle', listener);
     */
    function on(type, listener) {
      var object = this,
          events = object.events || (object.events = {});

      _.each(type.split(' '), function(type) {
        (_.has(events, type)
          ? events[type]
          : (events[type] = [])
        ).push(listener);
      });
      return object;
    }

    /*------------------------------------------------------------------------*/

    /**
     * Aborts the benchmark without recording times.
     *
     * @memberOf Benchmark
     * @returns {Object} The benchmark instance.
     */
    function abort() {
      var event,
          bench = this,
          resetting = calledBy.reset;

      if (bench.running) {
        event = Event('abort');
        bench.emit(event);
        if (!event.cancelled || resetting) {
          // Avoid infinite recursion.
          calledBy.abort = true;
          bench.reset();
          delete calledBy.abort;

          if (support.timeout) {
            clearTimeout(bench._timerId);
            delete bench._timerId;
          }
          if (!resetting) {
            bench.aborted = true;
            bench.running = false;
          }
        }
      }
      return bench;
    }

    /**
     * Creates a new benchmark using the same test and options.
     *
     * @memberOf Benchmark
     * @param {Object} options Options object to overwrite cloned options.
     * @returns {Object} The new benchmark instance.
     * @example
     *
     * var bizarro = bench.clone({
     *   'name': 'doppelganger'
     * });
     */
    function clone(options) {
      var bench = this,
          result = new bench.constructor(_.assign({}, bench, options));

      // Correct the `options` object.
      result.options = _.assign({}, cloneDeep(bench.options), cloneDeep(options));

      // Copy own custom properties.
      _.forOwn(bench, function(value, key) {
        if (!_.has(result, key)) {
          result[key] = cloneDeep(value);
        }
      });

      return result;
    }

    /**
     * Determines if a benchmark is faster than another.
     *
     * @memberOf Benchmark
     * @param {Object} other The benchmark to compare.
     * @returns {number} Returns `-1` if slower, `1` if faster, and `0` if indeterminate.
     */
    function compare(other) {
      var bench = this;

      // Exit early if comparing the same benchmark.
      if (bench == other) {
        return 0;
      }
      var critical,
          zStat,
          sample1 = bench.stats.sample,
          sample2 = other.stats.sample,
          size1 = sample1.length,
          size2 = sample2.length,
          maxSize = max(size1, size2),
          minSize = min(size1, size2),
          u1 = getU(sample1, sample2),
          u2 = getU(sample2, sample1),
          u = min(u1, u2);

      function getScore(xA, sampleB) {
        return _.reduce(sampleB, function(total, xB) {
          return total + (xB > xA ? 0 : xB < xA ? 1 : 0.5);
        }, 0);
      }

      function getU(sampleA, sampleB) {
        return _.reduce(sampleA, function(total, xA) {
          return total + getScore(xA, sampleB);
        }, 0);
      }

      function getZ(u) {
        return (u - ((size1 * size2) / 2)) / sqrt((size1 * size2 * (size1 + size2 + 1)) / 12);
      }
      // Reject the null hypothesis the two samples come from the
      // same population (i.e. have the same median) if...
      if (size1 + size2 > 30) {
        // ...the z-stat is greater than 1.96 or less than -1.96
        // http://www.statisticslectures.com/topics/mannwhitneyu/
        zStat = getZ(u);
        return abs(zStat) > 1.96 ? (u == u1 ? 1 : -1) : 0;
      }
      // ...the U value is less than or equal the critical U value.
      critical = maxSize < 5 || minSize < 3 ? 0 : uTable[maxSize][minSize - 3];
      return u <= critical ? (u == u1 ? 1 : -1) : 0;
    }

    /**
     * Reset properties and abort if running.
     *
     * @memberOf Benchmark
     * @returns {Object} The benchmark instance.
     */
    function reset() {
      var bench = this;
      if (bench.running && !calledBy.abort) {
        // No worries, `reset()` is called within `abort()`.
        calledBy.reset = true;
        bench.abort();
        delete calledBy.reset;
        return bench;
      }
      var event,
          index = 0,
          changes = [],
          queue = [];

      // A non-recursive solution to check if properties have changed.
      // For more information see http://www.jslab.dk/articles/non.recursive.preorder.traversal.part4.
      var data = {
        'destination': bench,
        'source': _.assign({}, cloneDeep(bench.constructor.prototype), cloneDeep(bench.options))
      };

      do {
        _.forOwn(data.source, function(value, key) {
          var changed,
              destination = data.destination,
              currValue = destination[key];

          // Skip pseudo private properties and event listeners.
          if (/^_|^events$|^on[A-Z]/.test(key)) {
            return;
          }
          if (_.isObjectLike(value)) {
            if (_.isArray(value)) {
              // Check if an array value has changed to a non-array value.
              if (!_.isArray(currValue)) {
                changed = true;
                currValue = [];
              }
              // Check if an array has changed its length.
              if (currValue.length != value.length) {
                changed = true;
                currValue = currValue.slice(0, value.length);
                currValue.length = value.length;
              }
            }
            // Check if an object has changed to a non-object value.
            else if (!_.isObjectLike(currValue)) {
              changed = true;
              currValue = {};
            }
            // Register a changed object.
            if (changed) {
              changes.push({ 'destination': destination, 'key': key, 'value': currValue });
            }
            queue.push({ 'destination': currValue, 'source': value });
          }
          // Register a changed primitive.
          else if (!_.eq(currValue, value) && value !== undefined) {
            changes.push({ 'destination': destination, 'key': key, 'value': value });
          }
        });
      }
      while ((data = queue[index++]));

      // If changed emit the `reset` event and if it isn't cancelled reset the benchmark.
      if (changes.length &&
          (bench.emit(event = Event('reset')), !event.cancelled)) {
        _.each(changes, function(data) {
          data.destination[data.key] = data.value;
        });
      }
      return bench;
    }

    /**
     * Displays relevant benchmark information when coerced to a string.
     *
     * @name toString
     * @memberOf Benchmark
     * @returns {string} A string representation of the benchmark instance.
     */
    function toStringBench() {
      var bench = this,
          error = bench.error,
          hz = bench.hz,
          id = bench.id,
          stats = bench.stats,
          size = stats.sample.length,
          pm = '\xb1',
          result = bench.name || (_.isNaN(id) ? id : '<Test #' + id + '>');

      if (error) {
        var errorStr;
        if (!_.isObject(error)) {
          errorStr = String(error);
        } else if (!_.isError(Error)) {
          errorStr = join(error);
        } else {
          // Error#name and Error#message properties are non-enumerable.
          errorStr = join(_.assign({ 'name': error.name, 'message': error.message }, error));
        }
        result += ': ' + errorStr;
      }
      else {
        result += ' x ' + formatNumber(hz.toFixed(hz < 100 ? 2 : 0)) + ' ops/sec ' + pm +
          stats.rme.toFixed(2) + '% (' + size + ' run' + (size == 1 ? '' : 's') + ' sampled)';
      }
      return result;
    }

    /*------------------------------------------------------------------------*/

    /**
     * Clocks the time taken to execute a test per cycle (secs).
     *
     * @private
     * @param {Object} bench The benchmark instance.
     * @returns {number} The time taken.
     */
    function clock() {
      var options = Benchmark.options,
          templateData = {},
          timers = [{ 'ns': timer.ns, 'res': max(0.0015, getRes('ms')), 'unit': 'ms' }];

      // Lazy define for hi-res timers.
      clock = function(clone) {
        var deferred;

        if (clone instanceof Deferred) {
          deferred = clone;
          clone = deferred.benchmark;
        }
        var bench = clone._original,
            stringable = isStringable(bench.fn),
            count = bench.count = clone.count,
            decompilable = stringable || (support.decompilation && (clone.setup !== _.noop || clone.teardown !== _.noop)),
            id = bench.id,
            name = bench.name || (typeof id == 'number' ? '<Test #' + id + '>' : id),
            result = 0;

        // Init `minTime` if needed.
        clone.minTime = bench.minTime || (bench.minTime = bench.options.minTime = options.minTime);

        // Compile in setup/teardown functions and the test loop.
        // Create a new compiled test, instead of using the cached `bench.compiled`,
        // to avoid potential engine optimizations enabled over the life of the test.
        var funcBody = deferred
          ? 'var d#=this,${fnArg}=d#,m#=d#.benchmark._original,f#=m#.fn,su#=m#.setup,td#=m#.teardown;' +
            // When `deferred.cycles` is `0` then...
            'if(!d#.cycles){' +
            // set `deferred.fn`,
            'd#.fn=function(){var ${fnArg}=d#;if(typeof f#=="function"){try{${fn}\n}catch(e#){f#(d#)}}else{${fn}\n}};' +
            // set `deferred.teardown`,
            'd#.teardown=function(){d#.cycles=0;if(typeof td#=="function"){try{${teardown}\n}catch(e#){td#()}}else{${teardown}\n}};' +
            // execute the benchmark's `setup`,
            'if(typeof su#=="function"){try{${setup}\n}catch(e#){su#()}}else{${setup}\n};' +
            // start timer,
            't#.start(d#);' +
            // and then execute `deferred.fn` and return a dummy object.
            '}d#.fn();return{uid:"${uid}"}'

          : 'var r#,s#,m#=this,f#=m#.fn,i#=m#.count,n#=t#.ns;${setup}\n${begin};' +
            'while(i#--){${fn}\n}${end};${teardown}\nreturn{elapsed:r#,uid:"${uid}"}';

        var compiled = bench.compiled = clone.compiled = createCompiled(bench, decompilable, deferred, funcBody),
            isEmpty = !(templateData.fn || stringable);

        try {
          if (isEmpty) {
            // Firefox may remove dead code from `Function#toString` results.
            // For more information see http://bugzil.la/536085.
            throw new Error('The test "' + name + '" is empty. This may be the result of dead code removal.');
          }
          else if (!deferred) {
            // Pretest to determine if compiled code exits early, usually by a
            // rogue `return` statement, by checking for a return object with the uid.
            bench.count = 1;
            compiled = decompilable && (compiled.call(bench, context, timer) || {}).uid == templateData.uid && compiled;
            bench.count = count;
          }
        } catch(e) {
          compiled = null;
          clone.error = e || new Error(String(e));
          bench.count = count;
        }
        // Fallback when a test exits early or errors during pretest.
        if (!compiled && !deferred && !isEmpty) {
          funcBody = (
            stringable || (decompilable && !clone.error)
              ? 'function f#(){${fn}\n}var r#,s#,m#=this,i#=m#.count'
              : 'var r#,s#,m#=this,f#=m#.fn,i#=m#.count'
            ) +
            ',n#=t#.ns;${setup}\n${begin};m#.f#=f#;while(i#--){m#.f#()}${end};' +
            'delete m#.f#;${teardown}\nreturn{elapsed:r#}';

          compiled = createCompiled(bench, decompilable, deferred, funcBody);

          try {
            // Pretest one more time to check for errors.
            bench.count = 1;
            compiled.call(bench, context, timer);
            bench.count = count;
            delete clone.error;
          }
          catch(e) {
            bench.count = count;
            if (!clone.error) {
              clone.error = e || new Error(String(e));
            }
          }
        }
        // If no errors run the full test loop.
        if (!clone.error) {
          compiled = bench.compiled = clone.compiled = createCompiled(bench, decompilable, deferred, funcBody);
          result = compiled.call(deferred || bench, context, timer).elapsed;
        }
        return result;
      };

      /*----------------------------------------------------------------------*/

      /**
       * Creates a compiled function from the given function `body`.
       */
      function createCompiled(bench, decompilable, deferred, body) {
        var fn = bench.fn,
            fnArg = deferred ? getFirstArgument(fn) || 'deferred' : '';

        templateData.uid = uid + uidCounter++;

        _.assign(templateData, {
          'setup': decompilable ? getSource(bench.setup) : interpolate('m#.setup()'),
          'fn': decompilable ? getSource(fn) : interpolate('m#.fn(' + fnArg + ')'),
          'fnArg': fnArg,
          'teardown': decompilable ? getSource(bench.teardown) : interpolate('m#.teardown()')
        });

        // Use API of chosen timer.
        if (timer.unit == 'ns') {
          _.assign(templateData, {
            'begin': interpolate('s#=n#()'),
            'end': interpolate('r#=n#(s#);r#=r#[0]+(r#[1]/1e9)')
          });
        }
        else if (timer.unit == 'us') {
          if (timer.ns.stop) {
            _.assign(templateData, {
              'begin': interpolate('s#=n#.start()'),
              'end': interpolate('r#=n#.microseconds()/1e6')
            });
          } else {
            _.assign(templateData, {
              'begin': interpolate('s#=n#()'),
              'end': interpolate('r#=(n#()-s#)/1e6')
            });
          }
        }
        else if (timer.ns.now) {
          _.assign(templateData, {
            'begin': interpolate('s#=n#.now()'),
            'end': interpolate('r#=(n#.now()-s#)/1e3')
          });
        }
        else {
          _.assign(templateData, {
            'begin': interpolate('s#=new n#().getTime()'),
            'end': interpolate('r#=(new n#().getTime()-s#)/1e3')
          });
        }
        // Define `timer` methods.
        timer.start = createFunction(
          interpolate('o#'),
          interpolate('var n#=this.ns,${begin};o#.elapsed=0;o#.timeStamp=s#')
        );

        timer.stop = createFunction(
          interpolate('o#'),
          interpolate('var n#=this.ns,s#=o#.timeStamp,${end};o#.elapsed=r#')
        );

        // Create compiled test.
        return createFunction(
          interpolate('window,t#'),
          'var global = window, clearTimeout = global.clearTimeout, setTimeout = global.setTimeout;\n' +
          interpolate(body)
        );
      }

      /**
       * Gets the current timer's minimum resolution (secs).
       */
      function getRes(unit) {
        var measured,
            begin,
            count = 30,
            divisor = 1e3,
            ns = timer.ns,
            sample = [];

        // Get average smallest measurable time.
        while (count--) {
          if (unit == 'us') {
            divisor = 1e6;
            if (ns.stop) {
              ns.start();
              while (!(measured = ns.microseconds())) {}
            } else {
              begin = ns();
              while (!(measured = ns() - begin)) {}
            }
          }
          else if (unit == 'ns') {
            divisor = 1e9;
            begin = (begin = ns())[0] + (begin[1] / divisor);
            while (!(measured = ((measured = ns())[0] + (measured[1] / divisor)) - begin)) {}
            divisor = 1;
          }
          else if (ns.now) {
            begin = ns.now();
            while (!(measured = ns.now() - begin)) {}
          }
          else {
            begin = new ns().getTime();
            while (!(measured = new ns().getTime() - begin)) {}
          }
          // Check for broken timers.
          if (measured > 0) {
            sample.push(measured);
          } else {
            sample.push(Infinity);
            break;
          }
        }
        // Convert to seconds.
        return getMean(sample) / divisor;
      }

      /**
       * Interpolates a given template string.
       */
      function interpolate(string) {
        // Replaces all occurrences of `#` with a unique number and template tokens with content.
        return _.template(string.replace(/\#/g, /\d+/.exec(templateData.uid)))(templateData);
      }

      /*----------------------------------------------------------------------*/

      // Detect Chrome's microsecond timer:
      // enable benchmarking via the --enable-benchmarking command
      // line switch in at least Chrome 7 to use chrome.Interval
      try {
        if ((timer.ns = new (context.chrome || context.chromium).Interval)) {
          timers.push({ 'ns': timer.ns, 'res': getRes('us'), 'unit': 'us' });
        }
      } catch(e) {}

      // Detect Node.js's nanosecond resolution timer available in Node.js >= 0.8.
      if (processObject && typeof (timer.ns = processObject.hrtime) == 'function') {
        timers.push({ 'ns': timer.ns, 'res': getRes('ns'), 'unit': 'ns' });
      }
      // Detect Wade Simmons' Node.js `microtime` module.
      if (microtimeObject && typeof (timer.ns = microtimeObject.now) == 'function') {
        timers.push({ 'ns': timer.ns,  'res': getRes('us'), 'unit': 'us' });
      }
      // Pick timer with highest resolution.
      timer = _.minBy(timers, 'res');

      // Error if there are no working timers.
      if (timer.res == Infinity) {
        throw new Error('Benchmark.js was unable to find a working timer.');
      }
      // Resolve time span required to achieve a percent uncertainty of at most 1%.
      // For more information see http://spiff.rit.edu/classes/phys273/uncert/uncert.html.
      options.minTime || (options.minTime = max(timer.res / 2 / 0.01, 0.05));
      return clock.apply(null, arguments);
    }

    /*------------------------------------------------------------------------*/

    /**
     * Computes stats on benchmark results.
     *
     * @private
     * @param {Object} bench The benchmark instance.
     * @param {Object} options The options object.
     */
    function compute(bench, options) {
      options || (options = {});

      var async = options.async,
          elapsed = 0,
          initCount = bench.initCount,
          minSamples = bench.minSamples,
          queue = [],
          sample = bench.stats.sample;

      /**
       * Adds a clone to the queue.
       */
      function enqueue() {
        queue.push(_.assign(bench.clone(), {
          '_original': bench,
          'events': {
            'abort': [update],
            'cycle': [update],
            'error': [update],
            'start': [update]
          }
        }));
      }

      /**
       * Updates the clone/original benchmarks to keep their data in sync.
       */
      function update(event) {
        var clone = this,
            type = event.type;

        if (bench.running) {
          if (type == 'start') {
            // Note: `clone.minTime` prop is inited in `clock()`.
            clone.count = bench.initCount;
          }
          else {
            if (type == 'error') {
              bench.error = clone.error;
            }
            if (type == 'abort') {
              bench.abort();
              bench.emit('cycle');
            } else {
              event.currentTarget = event.target = bench;
              bench.emit(event);
            }
          }
        } else if (bench.aborted) {
          // Clear abort listeners to avoid triggering bench's abort/cycle again.
          clone.events.abort.length = 0;
          clone.abort();
        }
      }

      /**
       * Determines if more clones should be queued or if cycling should stop.
       */
      function evaluate(event) {
        var critical,
            df,
            mean,
            moe,
            rme,
            sd,
            sem,
            variance,
            clone = event.target,
            done = bench.aborted,
            now = _.now(),
            size = sample.push(clone.times.period),
            maxedOut = size >= minSamples && (elapsed += now - clone.times.timeStamp) / 1e3 > bench.maxTime,
            times = bench.times,
            varOf = function(sum, x) { return sum + pow(x - mean, 2); };

        // Exit early for aborted or unclockable tests.
        if (done || clone.hz == Infinity) {
          maxedOut = !(size = sample.length = queue.length = 0);
        }

        if (!done) {
          // Compute the sample mean (estimate of the population mean).
          mean = getMean(sample);
          // Compute the sample variance (estimate of the population variance).
          variance = _.reduce(sample, varOf, 0) / (size - 1) || 0;
          // Compute the sample standard deviation (estimate of the population standard deviation).
          sd = sqrt(variance);
          // Compute the standard error of the mean (a.k.a. the standard deviation of the sampling distribution of the sample mean).
          sem = sd / sqrt(size);
          // Compute the degrees of freedom.
          df = size - 1;
          // Compute the critical value.
          critical = tTable[Math.round(df) || 1] || tTable.infinity;
          // Compute the margin of error.
          moe = sem * critical;
          // Compute the relative margin of error.
          rme = (moe / mean) * 100 || 0;

          _.assign(bench.stats, {
            'deviation': sd,
            'mean': mean,
            'moe': moe,
            'rme': rme,
            'sem': sem,
            'variance': variance
          });

          // Abort the cycle loop when the minimum sample size has been collected
          // and the elapsed time exceeds the maximum time allowed per benchmark.
          // We don't count cycle delays toward the max time because delays may be
          // increased by browsers that clamp timeouts for inactive tabs. For more
          // information see https://developer.mozilla.org/en/window.setTimeout#Inactive_tabs.
          if (maxedOut) {
            // Reset the `initCount` in case the benchmark is rerun.
            bench.initCount = initCount;
            bench.running = false;
            done = true;
            times.elapsed = (now - times.timeStamp) / 1e3;
          }
          if (bench.hz != Infinity) {
            bench.hz = 1 / mean;
            times.cycle = mean * bench.count;
            times.period = mean;
          }
        }
        // If time permits, increase sample size to reduce the margin of error.
        if (queue.length < 2 && !maxedOut) {
          enqueue();
        }
        // Abort the `invoke` cycle when done.
        event.aborted = done;
      }

      // Init queue and begin.
      enqueue();
      invoke(queue, {
        'name': 'run',
        'args': { 'async': async },
        'queued': true,
        'onCycle': evaluate,
        'onComplete': function() { bench.emit('complete'); }
      });
    }

    /*------------------------------------------------------------------------*/

    /**
     * Cycles a benchmark until a run `count` can be established.
     *
     * @private
     * @param {Object} clone The cloned benchmark instance.
     * @param {Object} options The options object.
     */
    function cycle(clone, options) {
      options || (options = {});

      var deferred;
      if (clone instanceof Deferred) {
        deferred = clone;
        clone = clone.benchmark;
      }
      var clocked,
          cycles,
          divisor,
          event,
          minTime,
          period,
          async = options.async,
          bench = clone._original,
          count = clone.count,
          times = clone.times;

      // Continue, if not aborted between cycles.
      if (clone.running) {
        // `minTime` is set to `Benchmark.options.minTime` in `clock()`.
        cycles = ++clone.cycles;
        clocked = deferred ? deferred.elapsed : clock(clone);
        minTime = clone.minTime;

        if (cycles > bench.cycles) {
          bench.cycles = cycles;
        }
        if (clone.error) {
          event = Event('error');
          event.message = clone.error;
          clone.emit(event);
          if (!event.cancelled) {
            clone.abort();
          }
        }
      }
      // Continue, if not errored.
      if (clone.running) {
        // Compute the time taken to complete last test cycle.
        bench.times.cycle = times.cycle = clocked;
        // Compute the seconds per operation.
        period = bench.times.period = times.period = clocked / count;
        // Compute the ops per second.
        bench.hz = clone.hz = 1 / period;
        // Avoid working our way up to this next time.
        bench.initCount = clone.initCount = count;
        // Do we need to do another cycle?
        clone.running = clocked < minTime;

        if (clone.running) {
          // Tests may clock at `0` when `initCount` is a small number,
          // to avoid that we set its count to something a bit higher.
          if (!clocked && (divisor = divisors[clone.cycles]) != null) {
            count = floor(4e6 / divisor);
          }
          // Calculate how many more iterations it will take to achieve the `minTime`.
          if (count <= clone.count) {
            count += Math.ceil((minTime - clocked) / period);
          }
          clone.running = count != Infinity;
        }
      }
      // Should we exit early?
      event = Event('cycle');
      clone.emit(event);
      if (event.aborted) {
        clone.abort();
      }
      // Figure out what to do next.
      if (clone.running) {
        // Start a new cycle.
        clone.count = count;
        if (deferred) {
          clone.compiled.call(deferred, context, timer);
        } else if (async) {
          delay(clone, function() { cycle(clone, options); });
        } else {
          cycle(clone);
        }
      }
      else {
        // Fix TraceMonkey bug associated with clock fallbacks.
        // For more information see http://bugzil.la/509069.
        if (support.browser) {
          runScript(uid + '=1;delete ' + uid);
        }
        // We're done.
        clone.emit('complete');
      }
    }

    /*------------------------------------------------------------------------*/

    /**
     * Runs the benchmark.
     *
     * @memberOf Benchmark
     * @param {Object} [options={}] Options object.
     * @returns {Object} The benchmark instance.
     * @example
     *
     * // basic usage
     * bench.run();
     *
     * // or with options
     * bench.run({ 'async': true });
     */
    function run(options) {
      var bench = this,
          event = Event('start');

      // Set `running` to `false` so `reset()` won't call `abort()`.
      bench.running = false;
      bench.reset();
      bench.running = true;

      bench.count = bench.initCount;
      bench.times.timeStamp = _.now();
      bench.emit(event);

      if (!event.cancelled) {
        options = { 'async': ((options = options && options.async) == null ? bench.async : options) && support.timeout };

        // For clones created within `compute()`.
        if (bench._original) {
          if (bench.defer) {
            Deferred(bench);
          } else {
            cycle(bench, options);
          }
        }
        // For original benchmarks.
        else {
          compute(bench, options);
        }
      }
      return bench;
    }

    /*------------------------------------------------------------------------*/

    // Firefox 1 erroneously defines variable and argument names of functions on
    // the function itself as non-configurable properties with `undefined` values.
    // The bugginess continues as the `Benchmark` constructor has an argument
    // named `options` and Firefox 1 will not assign a value to `Benchmark.options`,
    // making it non-writable in the process, unless it is the first property
    // assigned by for-in loop of `_.assign()`.
    _.assign(Benchmark, {

      /**
       * The default options copied by benchmark instances.
       *
       * @static
       * @memberOf Benchmark
       * @type Object
       */
      'options': {

        /**
         * A flag to indicate that benchmark cycles will execute asynchronously
         * by default.
         *
         * @memberOf Benchmark.options
         * @type boolean
         */
        'async': false,

        /**
         * A flag to indicate that the benchmark clock is deferred.
         *
         * @memberOf Benchmark.options
         * @type boolean
         */
        'defer': false,

        /**
         * The delay between test cycles (secs).
         * @memberOf Benchmark.options
         * @type number
         */
        'delay': 0.005,

        /**
         * Displayed by `Benchmark#toString` when a `name` is not available
         * (auto-generated if absent).
         *
         * @memberOf Benchmark.options
         * @type string
         */
        'id': undefined,

        /**
         * The default number of times to execute a test on a benchmark's first cycle.
         *
         * @memberOf Benchmark.options
         * @type number
         */
        'initCount': 1,

        /**
         * The maximum time a benchmark is allowed to run before finishing (secs).
         *
         * Note: Cycle delays aren't counted toward the maximum time.
         *
         * @memberOf Benchmark.options
         * @type number
         */
        'maxTime': 5,

        /**
         * The minimum sample size required to perform statistical analysis.
         *
         * @memberOf Benchmark.options
         * @type number
         */
        'minSamples': 5,

        /**
         * The time needed to reduce the percent uncertainty of measurement to 1% (secs).
         *
         * @memberOf Benchmark.options
         * @type number
         */
        'minTime': 0,

        /**
         * The name of the benchmark.
         *
         * @memberOf Benchmark.options
         * @type string
         */
        'name': undefined,

        /**
         * An event listener called when the benchmark is aborted.
         *
         * @memberOf Benchmark.options
         * @type Function
         */
        'onAbort': undefined,

        /**
         * An event listener called when the benchmark completes running.
         *
         * @memberOf Benchmark.options
         * @type Function
         */
        'onComplete': undefined,

        /**
         * An event listener called after each run cycle.
         *
         * @memberOf Benchmark.options
         * @type Function
         */
        'onCycle': undefined,

        /**
         * An event listener called when a test errors.
         *
         * @memberOf Benchmark.options
         * @type Function
         */
        'onError': undefined,

        /**
         * An event listener called when the benchmark is reset.
         *
         * @memberOf Benchmark.options
         * @type Function
         */
        'onReset': undefined,

        /**
         * An event listener called when the benchmark starts running.
         *
         * @memberOf Benchmark.options
         * @type Function
         */
        'onStart': undefined
      },

      /**
       * Platform object with properties describing things like browser name,
       * version, and operating system. See [`platform.js`](https://mths.be/platform).
       *
       * @static
       * @memberOf Benchmark
       * @type Object
       */
      'platform': context.platform || require('platform') || ({
        'description': context.navigator && context.navigator.userAgent || null,
        'layout': null,
        'product': null,
        'name': null,
        'manufacturer': null,
        'os': null,
        'prerelease': null,
        'version': null,
        'toString': function() {
          return this.description || '';
        }
      }),

      /**
       * The semantic version number.
       *
       * @static
       * @memberOf Benchmark
       * @type string
       */
      'version': '2.1.4'
    });

    _.assign(Benchmark, {
      'filter': filter,
      'formatNumber': formatNumber,
      'invoke': invoke,
      'join': join,
      'runInContext': runInContext,
      'support': support
    });

    // Add lodash methods to Benchmark.
    _.each(['each', 'forEach', 'forOwn', 'has', 'indexOf', 'map', 'reduce'], function(methodName) {
      Benchmark[methodName] = _[methodName];
    });

    /*------------------------------------------------------------------------*/

    _.assign(Benchmark.prototype, {

      /**
       * The number of times a test was executed.
       *
       * @memberOf Benchmark
       * @type number
       */
      'count': 0,

      /**
       * The number of cycles performed while benchmarking.
       *
       * @memberOf Benchmark
       * @type number
       */
      'cycles': 0,

      /**
       * The number of executions per second.
       *
       * @memberOf Benchmark
       * @type number
       */
      'hz': 0,

      /**
       * The compiled test function.
       *
       * @memberOf Benchmark
       * @type {Function|string}
       */
      'compiled': undefined,

      /**
       * The error object if the test failed.
       *
       * @memberOf Benchmark
       * @type Object
       */
      'error': undefined,

      /**
       * The test to benchmark.
       *
       * @memberOf Benchmark
       * @type {Function|string}
       */
      'fn': undefined,

      /**
       * A flag to indicate if the benchmark is aborted.
       *
       * @memberOf Benchmark
       * @type boolean
       */
      'aborted': false,

      /**
       * A flag to indicate if the benchmark is running.
       *
       * @memberOf Benchmark
       * @type boolean
       */
      'running': false,

      /**
       * Compiled into the test and executed immediately **before** the test loop.
       *
       * @memberOf Benchmark
       * @type {Function|string}
       * @example
       *
       * // basic usage
       * var bench = Benchmark({
       *   'setup': function() {
       *     var c = this.count,
       *         element = document.getElementById('container');
       *     while (c--) {
       *       element.appendChild(document.createElement('div'));
       *     }
       *   },
       *   'fn': function() {
       *     element.removeChild(element.lastChild);
       *   }
       * });
       *
       * // compiles to something like:
       * var c = this.count,
       *     element = document.getElementById('container');
       * while (c--) {
       *   element.appendChild(document.createElement('div'));
       * }
       * var start = new Date;
       * while (count--) {
       *   element.removeChild(element.lastChild);
       * }
       * var end = new Date - start;
       *
       * // or using strings
       * var bench = Benchmark({
       *   'setup': '\
       *     var a = 0;\n\
       *     (function() {\n\
       *       (function() {\n\
       *         (function() {',
       *   'fn': 'a += 1;',
       *   'teardown': '\
       *          }())\n\
       *        }())\n\
       *      }())'
       * });
       *
       * // compiles to something like:
       * var a = 0;
       * (function() {
       *   (function() {
       *     (function() {
       *       var start = new Date;
       *       while (count--) {
       *         a += 1;
       *       }
       *       var end = new Date - start;
       *     }())
       *   }())
       * }())
       */
      'setup': _.noop,

      /**
       * Compiled into the test and executed immediately **after** the test loop.
       *
       * @memberOf Benchmark
       * @type {Function|string}
       */
      'teardown': _.noop,

      /**
       * An object of stats including mean, margin or error, and standard deviation.
       *
       * @memberOf Benchmark
       * @type Object
       */
      'stats': {

        /**
         * The margin of error.
         *
         * @memberOf Benchmark#stats
         * @type number
         */
        'moe': 0,

        /**
         * The relative margin of error (expressed as a percentage of the mean).
         *
         * @memberOf Benchmark#stats
         * @type number
         */
        'rme': 0,

        /**
         * The standard error of the mean.
         *
         * @memberOf Benchmark#stats
         * @type number
         */
        'sem': 0,

        /**
         * The sample standard deviation.
         *
         * @memberOf Benchmark#stats
         * @type number
         */
        'deviation': 0,

        /**
         * The sample arithmetic mean (secs).
         *
         * @memberOf Benchmark#stats
         * @type number
         */
        'mean': 0,

        /**
         * The array of sampled periods.
         *
         * @memberOf Benchmark#stats
         * @type Array
         */
        'sample': [],

        /**
         * The sample variance.
         *
         * @memberOf Benchmark#stats
         * @type number
         */
        'variance': 0
      },

      /**
       * An object of timing data including cycle, elapsed, period, start, and stop.
       *
       * @memberOf Benchmark
       * @type Object
       */
      'times': {

        /**
         * The time taken to complete the last cycle (secs).
         *
         * @memberOf Benchmark#times
         * @type number
         */
        'cycle': 0,

        /**
         * The time taken to complete the benchmark (secs).
         *
         * @memberOf Benchmark#times
         * @type number
         */
        'elapsed': 0,

        /**
         * The time taken to execute the test once (secs).
         *
         * @memberOf Benchmark#times
         * @type number
         */
        'period': 0,

        /**
         * A timestamp of when the benchmark started (ms).
         *
         * @memberOf Benchmark#times
         * @type number
         */
        'timeStamp': 0
      }
    });

    _.assign(Benchmark.prototype, {
      'abort': abort,
      'clone': clone,
      'compare': compare,
      'emit': emit,
      'listeners': listeners,
      'off': off,
      'on': on,
      'reset': reset,
      'run': run,
      'toString': toStringBench
    });

    /*------------------------------------------------------------------------*/

    _.assign(Deferred.prototype, {

      /**
       * The deferred benchmark instance.
       *
       * @memberOf Benchmark.Deferred
       * @type Object
       */
      'benchmark': null,

      /**
       * The number of deferred cycles performed while benchmarking.
       *
       * @memberOf Benchmark.Deferred
       * @type number
       */
      'cycles': 0,

      /**
       * The time taken to complete the deferred benchmark (secs).
       *
       * @memberOf Benchmark.Deferred
       * @type number
       */
      'elapsed': 0,

      /**
       * A timestamp of when the deferred benchmark started (ms).
       *
       * @memberOf Benchmark.Deferred
       * @type number
       */
      'timeStamp': 0
    });

    _.assign(Deferred.prototype, {
      'resolve': resolve
    });

    /*------------------------------------------------------------------------*/

    _.assign(Event.prototype, {

      /**
       * A flag to indicate if the emitters listener iteration is aborted.
       *
       * @memberOf Benchmark.Event
       * @type boolean
       */
      'aborted': false,

      /**
       * A flag to indicate if the default action is cancelled.
       *
       * @memberOf Benchmark.Event
       * @type boolean
       */
      'cancelled': false,

      /**
       * The object whose listeners are currently being processed.
       *
       * @memberOf Benchmark.Event
       * @type Object
       */
      'currentTarget': undefined,

      /**
       * The return value of the last executed listener.
       *
       * @memberOf Benchmark.Event
       * @type Mixed
       */
      'result': undefined,

      /**
       * The object to which the event was originally emitted.
       *
       * @memberOf Benchmark.Event
       * @type Object
       */
      'target': undefined,

      /**
       * A timestamp of when the event was created (ms).
       *
       * @memberOf Benchmark.Event
       * @type number
       */
      'timeStamp': 0,

      /**
       * The event type.
       *
       * @memberOf Benchmark.Event
       * @type string
       */
      'type': ''
    });

    /*------------------------------------------------------------------------*/

    /**
     * The default options copied by suite instances.
     *
     * @static
     * @memberOf Benchmark.Suite
     * @type Object
     */
    Suite.options = {

      /**
       * The name of the suite.
       *
       * @memberOf Benchmark.Suite.options
       * @type string
       */
      'name': undefined
    };

    /*------------------------------------------------------------------------*/

    _.assign(Suite.prototype, {

      /**
       * The number of benchmarks in the suite.
       *
       * @memberOf Benchmark.Suite
       * @type number
       */
      'length': 0,

      /**
       * A flag to indicate if the suite is aborted.
       *
       * @memberOf Benchmark.Suite
       * @type boolean
       */
      'aborted': false,

      /**
       * A flag to indicate if the suite is running.
       *
       * @memberOf Benchmark.Suite
       * @type boolean
       */
      'running': false
    });

    _.assign(Suite.prototype, {
      'abort': abortSuite,
      'add': add,
      'clone': cloneSuite,
      'emit': emit,
      'filter': filterSuite,
      'join': arrayRef.join,
      'listeners': listeners,
      'off': off,
      'on': on,
      'pop': arrayRef.pop,
      'push': push,
      'reset': resetSuite,
      'run': runSuite,
      'reverse': arrayRef.reverse,
      'shift': shift,
      'slice': slice,
      'sort': arrayRef.sort,
      'splice': arrayRef.splice,
      'unshift': unshift
    });

    /*------------------------------------------------------------------------*/

    // Expose Deferred, Event, and Suite.
    _.assign(Benchmark, {
      'Deferred': Deferred,
      'Event': Event,
      'Suite': Suite
    });

    /*------------------------------------------------------------------------*/

    // Add lodash methods as Suite methods.
    _.each(['each', 'forEach', 'indexOf', 'map', 'reduce'], function(methodName) {
      var func = _[methodName];
      Suite.prototype[methodName] = function() {
        var args = [this];
        push.apply(args, arguments);
        return func.apply(_, args);
      };
    });

    // Avoid array-like object bugs with `Array#shift` and `Array#splice`
    // in Firefox < 10 and IE < 9.
    _.each(['pop', 'shift', 'splice'], function(methodName) {
      var func = arrayRef[methodName];

      Suite.prototype[methodName] = function() {
        var value = this,
            result = func.apply(value, arguments);

        if (value.length === 0) {
          delete value[0];
        }
        return result;
      };
    });

    // Avoid buggy `Array#unshift` in IE < 8 which doesn't return the new
    // length of the array.
    Suite.prototype.unshift = function() {
      var value = this;
      unshift.apply(value, arguments);
      return value.length;
    };

    return Benchmark;
  }

  /*--------------------------------------------------------------------------*/

  // Export Benchmark.
  // Some AMD build optimizers, like r.js, check for condition patterns like the following:
  if (typeof define == 'function' && typeof define.amd == 'object' && define.amd) {
    // Define as an anonymous module so, through path mapping, it can be aliased.
    define(['lodash', 'platform'], function(_, platform) {
      return runInContext({
        '_': _,
        'platform': platform
      });
    });
  }
  else {
    var Benchmark = runInContext();

    // Check for `exports` after `define` in case a build optimizer adds an `exports` object.
    if (freeExports && freeModule) {
      // Export for Node.js.
      if (moduleExports) {
        (freeModule.exports = Benchmark).Benchmark = Benchmark;
      }
      // Export for CommonJS support.
      freeExports.Benchmark = Benchmark;
    }
    else {
      // Export to the global object.
      root.Benchmark = Benchmark;
    }
  }
}.call(this));


/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 3409:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5919);
/* harmony import */ var _measure_child_isolate_worker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2202);
/* harmony import */ var _measure_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2902);



/**
 * The measuring process: answers orders one after the other; as a worker, observes in its fresh isolate and ends;
 * with the argument of the watch, ends measuring processes whose job is gone.
 * A worker evaluates nothing of what the orders need, above all not Benchmark.js.
 */
if (node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.isMainThread && process.argv[2] === _measure_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .ORPHAN_WATCH */ .Lm) {
    const { endOrphans } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 855));
    endOrphans();
}
else if (node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.isMainThread) {
    const { serveOrders } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6434));
    serveOrders();
}
else if (node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData?.task === _measure_child_isolate_worker_js__WEBPACK_IMPORTED_MODULE_1__/* .ISOLATE_WORKER */ .H) {
    // Bound before the guest is loaded.
    const post = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage.bind(node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort);
    post?.(await (0,_measure_child_isolate_worker_js__WEBPACK_IMPORTED_MODULE_1__/* .answerFromIsolate */ .Q)(node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
/* unused harmony exports ActionError, describeError */
/** A fault the user can mend. Shown without a stack; ends the run with exit code 2. */
class ActionError extends Error {
    code;
    hint;
    constructor(details) {
        super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = "ActionError";
        this.code = details.code;
        this.hint = details.hint;
    }
}
/**
 * Turns anything thrown into the text a person reads. The only place that does so.
 *
 * @param thrown - whatever was caught
 * @returns message and hint of an {@link ActionError}; stack of anything else, with the request to report it
 */
function describeError(thrown) {
    if (thrown instanceof ActionError) {
        return thrown.hint === undefined ? thrown.message : `${thrown.message}\n  hint: ${thrown.hint}`;
    }
    const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return `internal error (please report it at https://github.com/airssys/wasm-bench-action/issues):\n${text}`;
}
/**
 * The message of anything thrown, without a stack.
 *
 * @param thrown - whatever was caught
 * @returns its message, or its text when it is no Error; what was thrown where it has neither
 */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message;
    const isObject = (typeof thrown === "object" && thrown !== null) || typeof thrown === "function";
    if (!isObject)
        return typeof thrown === "string" ? thrown : `${String(thrown)} was thrown, which is no error`;
    // Errors of another realm, and what libraries throw in place of one.
    const { message } = thrown;
    if (typeof message === "string")
        return message;
    const text = textOf(thrown);
    return /^$|^\[object |^function|^class|=>/.test(text)
        ? "an object without a message was thrown"
        : text;
}
/** Objects without a prototype have no text, and others may throw in its place. */
function textOf(thrown) {
    try {
        return String(thrown);
    }
    catch {
        return "";
    }
}


/***/ }),

/***/ 1913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  runCount: () => (/* binding */ runCount)
});

// EXTERNAL MODULE: ./lib/model/procedure-calls.js
var procedure_calls = __nccwpck_require__(9640);
// EXTERNAL MODULE: ./lib/wasm/fuel.js + 22 modules
var fuel = __nccwpck_require__(5327);
// EXTERNAL MODULE: ./lib/wasm/fuel-meter.js + 1 modules
var fuel_meter = __nccwpck_require__(8192);
// EXTERNAL MODULE: ./lib/wasm/functions/collect-profile.js + 2 modules
var collect_profile = __nccwpck_require__(9752);
// EXTERNAL MODULE: ./lib/suites/check-answer.js
var check_answer = __nccwpck_require__(888);
// EXTERNAL MODULE: ./lib/wasm/traps.js
var traps = __nccwpck_require__(3912);
;// CONCATENATED MODULE: ./lib/suites/counted-call.js


/**
 * The budget of a call. It is exhausted when nothing remains of it: one more than may be used.
 *
 * @param counted - the call with its limit
 * @returns fuel units
 */
function budgetOf({ limit }) {
    return limit === null ? fuel/* UNLIMITED_FUEL */.NC : BigInt(limit) + 1n;
}
/**
 * Tells the fuel of a call that failed.
 *
 * @param counted - who is told
 * @param error - what it ended with
 * @param fuel - what it had consumed until then
 * @returns the error
 */
function failed({ onFailure }, error, fuel) {
    onFailure(Number(fuel));
    return error;
}
/**
 * What was counted by function, where that was asked for.
 *
 * @param counted - whether it was
 * @param trees - what every instance did
 * @returns the profile, or nothing
 */
function profileOf({ byFunction = false }, trees) {
    return byFunction ? { profile: (0,collect_profile/* collectProfile */.A)(trees) } : {};
}

// EXTERNAL MODULE: ./lib/suites/guest.js
var suites_guest = __nccwpck_require__(6357);
// EXTERNAL MODULE: ./lib/suites/metered-error.js
var metered_error = __nccwpck_require__(2470);
// EXTERNAL MODULE: ./lib/suites/open-workload.js
var open_workload = __nccwpck_require__(3895);
;// CONCATENATED MODULE: ./lib/suites/count-awaited.js






/**
 * Counts a call of several instances, or the benchmark of a workload. Every instance has the whole budget; what all of
 * them spent is held against the limit.
 *
 * @param counted - call or benchmark, and limit
 * @param meters - of all instances
 * @param guest - what is called
 * @returns what it consumed
 * @throws what the guest throws, or the check of its result; RuntimeError `fuel exhausted` beyond the limit
 */
async function countTogether(counted, meters, guest) {
    const budget = budgetOf(counted);
    const budgets = { ...meters, remaining: () => budget - meters.spent() };
    if (counted.workload !== undefined)
        return countWorkload(counted, budgets, guest);
    const { call } = counted;
    const { result, ...driven } = await countAwaited(counted, budgets, () => (0,suites_guest/* callUnchecked */.l7)(guest, call));
    (0,suites_guest/* checkAll */.K7)(guest, call, result);
    return driven;
}
/** What is awaited is counted until it is settled. */
async function countAwaited(counted, { refill, remaining, guard, trees }, run) {
    const budget = budgetOf(counted);
    refill(budget);
    let result;
    let isAwaited = false;
    try {
        const made = run();
        isAwaited = (0,suites_guest/* isPromise */.yL)(made);
        result = isAwaited ? await made : made;
    }
    catch (error) {
        throw failed(counted, (0,metered_error/* meteredError */.R)(guard, error), budget - remaining());
    }
    const spent = budget - remaining();
    if (spent >= budget)
        throw failed(counted, new WebAssembly.RuntimeError(traps/* FUEL_EXHAUSTED */.Ns), spent);
    return { fuel: Number(spent), isAwaited, result, ...profileOf(counted, trees()) };
}
/**
 * Counts one call of a benchmark of a workload. Set-up consumes fuel too, and is none of the benchmark's.
 *
 * @param counted - the benchmark, and the number of its copy
 * @param budgets - of one instance, or of several together
 * @param guest - what the workload drives
 * @returns what it consumed
 * @throws what the workload throws, or the check of its result; RuntimeError `fuel exhausted` beyond the limit
 */
async function countWorkload(counted, budgets, guest) {
    const { payload, workload, nonce } = counted;
    const { name, isFree } = workload ?? { name: "", isFree: true };
    budgets.refill(fuel/* UNLIMITED_FUEL */.NC);
    const opened = await (0,open_workload/* openWorkload */.Wu)(guest, payload, nonce);
    const benchmark = opened.find(name);
    const { result, ...driven } = await countAwaited(counted, budgets, () => benchmark.run(opened.view, opened.state));
    (0,open_workload/* checkWorkloadResult */.hB)(benchmark, result, isFree);
    budgets.refill(fuel/* UNLIMITED_FUEL */.NC);
    await opened.teardown();
    // Its state is the workload's: called again and again it may be somebody else's.
    return { ...driven, isAwaited: true };
}

// EXTERNAL MODULE: ./lib/suites/describe-call.js
var describe_call = __nccwpck_require__(9965);
// EXTERNAL MODULE: ./lib/suites/errors.js
var errors = __nccwpck_require__(8858);
// EXTERNAL MODULE: ./lib/suites/file-fetch.js
var file_fetch = __nccwpck_require__(4090);
// EXTERNAL MODULE: ./lib/suites/glue.js + 3 modules
var glue = __nccwpck_require__(8628);
// EXTERNAL MODULE: ./lib/suites/host.js + 3 modules
var host = __nccwpck_require__(5329);
// EXTERNAL MODULE: ./lib/suites/link-fault.js
var link_fault = __nccwpck_require__(6016);
// EXTERNAL MODULE: ./lib/suites/pinned.js
var pinned = __nccwpck_require__(2375);
// EXTERNAL MODULE: ./lib/suites/placed-arguments.js
var placed_arguments = __nccwpck_require__(7425);
// EXTERNAL MODULE: ./lib/wasm/component/names.js
var names = __nccwpck_require__(5812);
;// CONCATENATED MODULE: ./lib/suites/repeat-call.js
/** Fuel that the wanted calls together may take: 50 ms of counting code that computes, more where it waits for memory. */
const MOST_FUEL = 100_000_000;
/** Time that all calls together may take: hosts take time without fuel. */
const MOST_NS = 1_000_000_000;
/** Pages by which memory may grow, 256 MiB: a leak is seen long before. */
const MOST_PAGES = 4_096;
/** How often a call is made, the largest number its fuel allows. */
const TIMES = [1_000, 100, 10];
/** Calls just before a look of which the cheapest counts: what is done once in a while is none of a call's growth. */
const WINDOW = 50;
/**
 * Calls an export 1,000 times on one instance, or 100 or 10 times where its fuel allows no more. What still grew after a tenth of
 * that is called as often again, which tells a leak from something that fills up once.
 *
 * @param guest - called once already
 * @returns what was seen after 1, a tenth of the calls, all, and twice as many
 * @see docs/adr/0039-sizes-and-leaks-without-a-clock.md
 */
function repeatCall(guest) {
    const trail = { fuel: [guest.fuel], seen: [guest.look()] };
    const wanted = TIMES.find((times) => times * Math.max(guest.fuel, 1) <= MOST_FUEL);
    if (wanted === undefined)
        return { slope: slopeOf(trail, [1], "fuel") };
    const deadline = guest.now() + MOST_NS;
    const tenth = wanted === 10 ? 2 : wanted / 10;
    const first = callUntil(wanted, guest, { trail, deadline });
    if (first !== null)
        return cutShort(trail, first);
    const points = [1, tenth, wanted];
    if (!hasGrown(trail, tenth, wanted))
        return { slope: slopeOf(trail, points, null) };
    const second = callUntil(2 * wanted, guest, { trail, deadline: deadline + MOST_NS });
    if (second !== null)
        return cutShort(trail, second);
    return { slope: slopeOf(trail, [...points, 2 * wanted], null) };
}
function callUntil(times, guest, { trail, deadline }) {
    let left = 2 * MOST_FUEL - sum(trail.fuel);
    const pages = trail.seen[0]?.pages ?? 0;
    while (trail.fuel.length < times) {
        if (left <= 0)
            return { end: "fuel" };
        if (guest.now() > deadline)
            return { end: "time" };
        let fuel;
        try {
            fuel = guest.call(left);
        }
        catch (error) {
            return { end: "failure", error };
        }
        left -= fuel;
        const seen = guest.look();
        trail.fuel.push(fuel);
        trail.seen.push(seen);
        if ((seen.pages ?? 0) - pages > MOST_PAGES)
            return { end: "memory" };
    }
    return null;
}
/** What was seen until then is looked at in the same proportions. */
function cutShort(trail, { end, error }) {
    const made = trail.fuel.length;
    const points = [...new Set([1, Math.ceil(made / 10), Math.ceil(made / 2), made])];
    return { slope: slopeOf(trail, points, end), ...(end === "failure" ? { error } : {}) };
}
function hasGrown(trail, from, to) {
    const { pages, elements, fuel } = slopeOf(trail, [from, to], null);
    return [pages, elements, fuel].some(([before = 0, after = 0]) => after > before);
}
function slopeOf(trail, calls, ended) {
    const valuesOf = (key) => calls.flatMap((at) => trail.seen[at - 1]?.[key] ?? []);
    return {
        calls,
        pages: valuesOf("pages"),
        elements: valuesOf("elements"),
        fuel: calls.map((at) => cheapest(trail.fuel, at)),
        ended,
    };
}
function cheapest(fuel, at) {
    return Math.min(...fuel.slice(Math.max(0, at - Math.min(WINDOW, Math.ceil(at / 2))), at));
}
function sum(values) {
    return values.reduce((all, one) => all + one, 0);
}

;// CONCATENATED MODULE: ./lib/suites/repeat-counted.js




const PAGE_BYTES = 65_536;
/**
 * Makes a call of several instances again and again, where that is asked for.
 *
 * @param counted - the call, made once already
 * @param first - its fuel then
 * @param meters - of all instances
 * @param guest - what is called
 * @returns what grew, or nothing
 */
function repeatTogether(counted, first, meters, guest) {
    const again = (most) => {
        meters.refill(most);
        meters.guard(() => (0,suites_guest/* callTimed */.sJ)(guest, (0,procedure_calls/* withoutExpectation */.NF)(counted.call)));
        return meters.spent();
    };
    return repeat(counted, first, again, () => meters.storage());
}
/**
 * Makes a call again and again, where that is asked for. A command runs once per instance.
 *
 * @param counted - the call, made once already
 * @param fuel - its fuel then
 * @param again - makes it once more under a budget, and returns its fuel
 * @param storage - memories and tables of the guest, as they are then
 * @returns what grew, or nothing
 */
function repeat({ call, repeatBy: now }, fuel, again, storage) {
    const [scope = ""] = call.export.split("#");
    if (now === undefined || call.export === "_start" || (0,names/* isCommand */.y9)(scope))
        return {};
    const repeated = repeatCall({
        fuel,
        call: (budget) => Number(again(BigInt(budget))),
        look: () => seenIn(storage()),
        now,
    });
    return { repeated };
}
function seenIn(storage) {
    let [pages, elements] = [null, null];
    for (const one of storage) {
        if (one instanceof WebAssembly.Memory)
            pages = (pages ?? 0) + one.buffer.byteLength / PAGE_BYTES;
        else
            elements = (elements ?? 0) + Number(one.length);
    }
    return { pages: pages ?? null, elements: elements ?? null };
}

// EXTERNAL MODULE: ./lib/suites/start-fault.js
var start_fault = __nccwpck_require__(9920);
// EXTERNAL MODULE: ./lib/suites/transpiled/load-transpiled.js
var load_transpiled = __nccwpck_require__(6925);
// EXTERNAL MODULE: ./lib/suites/transpiled/meter-transpiled.js
var meter_transpiled = __nccwpck_require__(4640);
// EXTERNAL MODULE: ./lib/suites/wrapped/metered-modules.js
var metered_modules = __nccwpck_require__(5559);
// EXTERNAL MODULE: ./lib/suites/wrapped/wrap-engine.js
var wrap_engine = __nccwpck_require__(7686);
;// CONCATENATED MODULE: ./lib/suites/count.js






















const count_PAGE_BYTES = 65_536;
/**
 * Runs a call once in a fresh instance under a pinned host and reads what it consumed.
 *
 * @param counted - instrumented module, host, call and limit
 * @param nonce - different for every count: a user's imports module is imported anew, so that its state starts anew
 * @param onFailure - told what a call that fails has consumed until then, before its error is thrown; not where that is unknown
 * @returns fuel of the call alone, and the memory pages afterwards
 * @throws whatever the guest, its host or the check of the result throws; RuntimeError `fuel exhausted` beyond the limit
 */
async function countCall(counted, nonce, onFailure = () => { }) {
    const pins = (0,pinned/* createPins */.Dh)();
    const release = (0,pinned/* pinGlobals */.YP)(pins);
    try {
        const payload = { ...counted.payload, host: freshHost(counted.payload.host, nonce) };
        const own = { ...counted, payload, pins, onFailure };
        if (counted.rules !== undefined)
            return await countGlue(own, counted.rules, nonce);
        return await (counted.module === null ? countComponent(own, nonce) : countModule(own, nonce));
    }
    finally {
        release();
    }
}
async function countModule(counted, nonce) {
    const { payload, module, call, pins } = counted;
    if (module === null)
        throw new errors/* HostError */.dh("there is no module to count");
    const session = (await (0,host/* createSessionFactory */.b)(payload, pins))();
    const budget = budgetOf(counted);
    const { meter, start } = linkMetered(module, session.imports, budget);
    if (start.error !== null)
        throw failed(counted, (0,start_fault/* startFault */.HF)(start_fault/* INSTANTIATING */.WE, start.error), start.fuel);
    const instance = visibleInstance(meter.exports);
    try {
        meter.guard(() => session.attach(instance));
    }
    catch (fault) {
        throw (0,start_fault/* startFault */.HF)(start_fault/* INITIALISING */.bJ, fault);
    }
    const find = (name) => (0,suites_guest/* findExport */.Sc)(meter.exports, name);
    const guest = { instance, session, find };
    if (counted.workload !== undefined) {
        const trees = () => (0,collect_profile/* instanceTree */.Y)(meter);
        const budgets = { ...meter, refill: refillAnew(meter), trees };
        const driven = await countWorkload({ ...counted, nonce }, budgets, guest);
        return { ...driven, pages: pagesOf(meter.exports, session.memories) };
    }
    if (call.place !== undefined)
        placeUnmetered(meter, guest, call);
    const { fuel, error, result } = meter.count(() => (0,suites_guest/* callTimed */.sJ)(guest, call), budget);
    if (error !== null)
        throw failed(counted, error, fuel);
    (0,check_answer/* checkAnswer */.d)(guest, call, { name: (0,describe_call/* describeCall */.G)(call), result });
    const again = (most) => {
        const next = meter.count(() => (0,suites_guest/* callTimed */.sJ)(guest, (0,procedure_calls/* withoutExpectation */.NF)(call)), most);
        if (next.error !== null)
            throw next.error;
        return next.fuel;
    };
    const pages = pagesOf(meter.exports, session.memories);
    return {
        fuel: Number(fuel),
        pages,
        ...profileOf(counted, (0,collect_profile/* instanceTree */.Y)(meter)),
        ...repeat(counted, Number(fuel), again, () => meter.storage),
    };
}
function linkMetered(module, imports, budget) {
    try {
        return (0,fuel_meter/* instantiateMetered */.Ln)(module, imports, budget);
    }
    catch (error) {
        throw (0,link_fault/* linkFault */.$)(error, new WebAssembly.Module(module.bytes), imports);
    }
}
/** What was done before is none of what is counted by function. */
function refillAnew({ refill, clearTree }) {
    return (budget) => {
        refill(budget);
        clearTree();
    };
}
/** Taking memory for data and writing it is none of the call's. */
function placeUnmetered(meter, guest, call) {
    meter.refill(fuel/* UNLIMITED_FUEL */.NC);
    meter.guard(() => (0,placed_arguments/* argumentsOf */.aX)(guest, call));
}
async function countComponent(counted, nonce) {
    const { payload, parts, pins } = counted;
    const instantiate = await (0,load_transpiled/* loadCopy */.W4)(await (0,load_transpiled/* loadComponentHost */.uD)(payload, pins), nonce);
    const { meters, ...live } = (0,meter_transpiled/* meterTranspiled */.K)((0,meter_transpiled/* compileParts */.M)(parts, nonce), instantiate);
    const guest = { instance: null, ...live };
    const { isAwaited, ...spent } = await countTogether({ ...counted, nonce }, meters, guest);
    return {
        ...spent,
        pages: pagesIn(live.memories),
        ...(isAwaited ? {} : repeatTogether(counted, spent.fuel, meters, guest)),
    };
}
/** Loading consumes fuel too, and is none of the call's. */
async function countGlue(counted, rules, nonce) {
    const { payload } = counted;
    const { hooks, meters, memories, requireAll } = (0,metered_modules.meterModules)(rules, counted.byFunction === true);
    (0,file_fetch/* installFileFetch */.k)(payload.glue?.url ?? "");
    const engine = (0,wrap_engine/* wrapEngine */.l)(hooks);
    try {
        const { scope } = await (0,glue/* importGlue */.H)(payload, { nonce, module: nonce });
        const guest = { instance: null, session: null, ...scope };
        const own = { ...counted, nonce, onFailure: ifWhole(requireAll, counted.onFailure) };
        const { isAwaited, ...spent } = await countTogether(own, meters(), guest);
        const name = engine.replaced();
        if (name !== null)
            throw new errors/* Uncounted */.kn(`host code replaced ${name}, by which modules are counted`);
        requireAll();
        return {
            ...spent,
            pages: pagesIn([...memories]),
            ...(isAwaited ? {} : repeatTogether(counted, spent.fuel, meters(), guest)),
        };
    }
    finally {
        engine.release();
    }
}
/** Tells fuel only where nothing ran that was not counted. */
function ifWhole(requireAll, tell) {
    return (fuel) => {
        try {
            requireAll();
        }
        catch {
            return;
        }
        tell(fuel);
    };
}
function freshHost(host, nonce) {
    return host.kind === "module" ? { ...host, url: `${host.url}?count=${nonce}` } : host;
}
/** What the host sees: an instance without the exports that hold the budget. */
function visibleInstance(exports) {
    return Object.create(WebAssembly.Instance.prototype, {
        exports: { value: exports, enumerable: true },
    });
}
/** A memory may be imported and exported, under several names. */
function pagesOf(exports, imported) {
    const exported = Object.values(exports).filter((value) => value instanceof WebAssembly.Memory);
    return pagesIn([...new Set([...exported, ...imported])]);
}
function pagesIn(memories) {
    if (memories.length === 0)
        return null;
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength / count_PAGE_BYTES, 0);
}

// EXTERNAL MODULE: ./lib/measure/child/failure.js
var child_failure = __nccwpck_require__(5243);
;// CONCATENATED MODULE: ./lib/measure/child/count.js


/** Calls that wait may take so much longer by the wall than calls that compute take of the processor. */
const WAITING_SHARE = 5;
const NS_PER_US = 1_000;
let nonce = 0;
/**
 * Counts a call as often as ordered. Never throws: a guest's failure is part of the report.
 *
 * @param order - instrumented module, host and call
 * @param now - nanoseconds on a monotonic clock
 * @returns series `fuel` and, where the guest exports a memory, `pages`, with the profile where one was ordered; or the
 *   failure with its side, and series `fuel` with what was consumed until then, where that is known
 */
async function runCount(order, now) {
    const { side } = order.counted.payload;
    const start = now();
    const report = { iterations: 1, measuredNs: 0, warmupNs: 0, warnings: [] };
    const spent = [];
    try {
        const counts = [];
        for (let time = 0; time < order.times; time += 1) {
            nonce += 1;
            const isLast = time === order.times - 1;
            const repeatBy = order.repeat === true && isLast ? { repeatBy: createTaken(now) } : {};
            counts.push(await countCall({ ...order.counted, ...repeatBy }, nonce, (fuel) => spent.push(fuel)));
        }
        const pages = counts.flatMap((count) => (count.pages === null ? [] : [count.pages]));
        const series = [fuelSeries(side, counts.map(fuelOf))];
        if (pages.length > 0)
            series.push({ metric: "pages", side, copy: 0, values: pages });
        const last = counts.at(-1);
        const slope = last?.repeated === undefined ? {} : { slope: count_slopeOf(last.repeated) };
        const profile = last?.profile === undefined ? {} : { profile: last.profile };
        return { ...report, wallNs: now() - start, series, failure: null, ...slope, ...profile };
    }
    catch (error) {
        const failure = (0,child_failure/* describeFailure */.I)(error, side);
        const series = spent.length === 0 ? [] : [fuelSeries(side, spent)];
        return { ...report, wallNs: now() - start, series, failure };
    }
}
function fuelSeries(side, values) {
    return { metric: "fuel", side, copy: 0, values };
}
/** CPU time, which a busy machine does not lengthen, or a share of the wall time of what waits. */
function createTaken(now) {
    const wall = now();
    const cpu = process.cpuUsage();
    return () => {
        const { user, system } = process.cpuUsage(cpu);
        return Math.max((user + system) * NS_PER_US, (now() - wall) / WAITING_SHARE);
    };
}
/** Without the guest's own words. */
function count_slopeOf({ slope, error }) {
    if (slope.ended !== "failure")
        return slope;
    const { kind, category } = (0,child_failure/* describeFailure */.I)(error, null);
    return { ...slope, failure: category ?? kind };
}
function fuelOf({ fuel }) {
    return fuel;
}


/***/ }),

/***/ 855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  endOrphans: () => (/* binding */ endOrphans)
});

;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: ./lib/measure/child/end-orphans.js

/**
 * Watches over measuring processes for the job that started this process: reads which of them live (`+pid`, `-pid`, a
 * line each), and kills them when the job is gone.
 */
function endOrphans() {
    const alive = new Set();
    const lines = (0,external_node_readline_namespaceObject.createInterface)({ input: process.stdin });
    lines.on("line", (line) => {
        const pid = Number(line.slice(1));
        if (line.startsWith("+"))
            alive.add(pid);
        else
            alive.delete(pid);
    });
    // The pipe ends with the last process that holds it: the job.
    lines.once("close", () => {
        for (const pid of alive)
            kill(pid);
        process.exit();
    });
}
function kill(pid) {
    try {
        process.kill(pid, "SIGKILL");
    }
    catch {
        // It has ended by itself.
    }
}


/***/ }),

/***/ 5243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure),
/* harmony export */   k: () => (/* binding */ DescribedFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8858);
/* harmony import */ var _wasm_traps_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3912);



const LONGEST_MESSAGE = 500;
/** A failure that was described where it happened. */
class DescribedFailure extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.name = "DescribedFailure";
        this.failure = failure;
    }
}
/**
 * Names what went wrong while a guest was run.
 *
 * @param error - whatever was thrown
 * @param side - the side that was running, or null when it is not known
 * @returns the failure as data
 */
function describeFailure(error, side) {
    if (error instanceof DescribedFailure)
        return { ...error.failure, side };
    if (error instanceof _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PartFault */ .ie) {
        const inner = describeFailure(error.cause, side);
        return { ...inner, message: `${error.message}: ${inner.message}`.slice(0, LONGEST_MESSAGE) };
    }
    const message = textOf(error).slice(0, LONGEST_MESSAGE);
    return { ...classify(error, message), message, side };
}
/** Guests and their hosts throw anything: exceptions of WebAssembly, objects without a text, proxies. */
function textOf(error) {
    try {
        if (error instanceof WebAssembly.Exception)
            return "an exception of the guest that nobody caught";
        return String((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
    catch {
        return "something that has no text was thrown";
    }
}
function classify(error, message) {
    if (error instanceof _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .WrongResult */ .Jh || error instanceof _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingTrap */ .kX)
        return { kind: "wrong-result", category: null };
    if (error instanceof _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GuestExit */ .nk)
        return { kind: "exit", category: null };
    if (error instanceof _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Uncounted */ .kn)
        return { kind: "internal", category: null };
    if (error instanceof _suites_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh)
        return { kind: "host-error", category: null };
    if (error instanceof WebAssembly.CompileError)
        return { kind: "compile-error", category: null };
    if (error instanceof WebAssembly.LinkError)
        return { kind: "link-error", category: null };
    if (isMemoryFault(error, message))
        return { kind: "out-of-memory", category: null };
    const category = (0,_wasm_traps_js__WEBPACK_IMPORTED_MODULE_2__/* .categorizeTrap */ .Hg)(error);
    if (category !== null)
        return { kind: "trap", category: String(category) };
    return { kind: "host-error", category: null };
}
/** A memory that cannot be made, an array too large, or an isolate at its limit. */
function isMemoryFault(error, message) {
    if (error?.code === "ERR_WORKER_OUT_OF_MEMORY")
        return true;
    return error instanceof RangeError && /memory|allocat/i.test(message);
}


/***/ }),

/***/ 2202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ ISOLATE_WORKER),
  Q: () => (/* binding */ answerFromIsolate)
});

// EXTERNAL MODULE: ./lib/suites/clocks.js
var clocks = __nccwpck_require__(386);
// EXTERNAL MODULE: ./lib/wasm/unique.js
var unique = __nccwpck_require__(9809);
// EXTERNAL MODULE: ./lib/suites/errors.js
var errors = __nccwpck_require__(8858);
// EXTERNAL MODULE: ./lib/suites/guest.js
var suites_guest = __nccwpck_require__(6357);
// EXTERNAL MODULE: ./lib/suites/host.js + 3 modules
var host = __nccwpck_require__(5329);
// EXTERNAL MODULE: ./lib/suites/native-guest.js
var native_guest = __nccwpck_require__(5923);
// EXTERNAL MODULE: ./lib/suites/open-native.js
var open_native = __nccwpck_require__(8129);
// EXTERNAL MODULE: ./lib/suites/placed-arguments.js
var placed_arguments = __nccwpck_require__(7425);
// EXTERNAL MODULE: ./lib/suites/transpiled/compile-transpiled.js
var compile_transpiled = __nccwpck_require__(4204);
// EXTERNAL MODULE: ./lib/suites/transpiled/load-transpiled.js
var load_transpiled = __nccwpck_require__(6925);
// EXTERNAL MODULE: ./lib/suites/wrapped/unique-modules.js
var unique_modules = __nccwpck_require__(1336);
// EXTERNAL MODULE: ./lib/suites/wrapped/wrap-engine.js
var wrap_engine = __nccwpck_require__(7686);
// EXTERNAL MODULE: ./lib/suites/procedures/renewals.js
var renewals = __nccwpck_require__(9611);
;// CONCATENATED MODULE: ./lib/suites/procedures/cold-start.js













/**
 * Takes a component from bytes to its first answer, once, timing each phase. The host is loaded before the clock starts.
 *
 * @param request - component, call and a nonce that makes the bytes unique
 * @param now - monotonic clock in ns
 * @returns the phases; `time` is their sum. For a component `compile` holds the JavaScript between its core modules too;
 *   for glue the phases are what the engine did, and the rest of `time` is JavaScript
 * @throws HostError when glue replaced what its phases are told by; whatever the guest throws
 */
async function observeColdStart(request, now) {
    if (request.payload.engine !== undefined)
        return observeNative(request, now);
    if (request.payload.transpiled !== undefined)
        return observeTranspiled(request, now);
    return request.payload.glue === null ? observeModule(request, now) : observeGlue(request, now);
}
async function observeModule({ payload, call, nonce }, now) {
    const bytes = (0,unique/* rewriteNonce */.Iq)((0,unique/* prepareUnique */.TQ)(payload.bytes), nonce);
    const sessions = await (0,host/* createSessionFactory */.b)(payload);
    const cpuStart = (0,clocks/* readCpu */.jl)();
    const start = now();
    const module = new WebAssembly.Module(bytes);
    const compiled = now();
    const guest = (0,suites_guest/* instantiate */.Fl)(module, sessions);
    const instantiated = now();
    const placing = placeData(guest, call, now);
    const result = callFirst(guest, call);
    const end = now();
    const cpu = cpuSince(cpuStart + placing.cpuNs);
    checkFirst(guest, call, result);
    return { ...phases([start, compiled, instantiated, end - placing.wallNs]), cpu };
}
/** Engine, code and store are all made anew; the library is loaded. What the engine has by then is let go untimed. */
async function observeNative({ payload, call }, now) {
    const hosts = await (0,native_guest/* prepareNativeHosts */.GR)(payload);
    const library = await (0,open_native/* openNativeLibrary */.tO)((0,native_guest/* engineOf */.ky)(payload));
    library.prepare(payload.bytes, payload.transpiled?.world);
    try {
        return startNative({ payload, call }, { hosts, library, now });
    }
    finally {
        (0,open_native/* releaseNative */.jZ)();
    }
}
function startNative({ payload, call }, { hosts, library, now }) {
    const cpuStart = (0,clocks/* readCpu */.jl)();
    const start = now();
    const world = payload.transpiled?.world;
    const module = library.makeEngine({ fuel: false }).compile(payload.bytes, world);
    const compiled = now();
    const guest = (0,native_guest/* instantiateNative */._w)(module, hosts);
    const instantiated = now();
    const placing = placeData(guest, call, now);
    const result = callFirst(guest, call);
    const end = now();
    const cpu = cpuSince(cpuStart + placing.cpuNs);
    checkFirst(guest, call, result);
    return { ...phases([start, compiled, instantiated, end - placing.wallNs]), cpu };
}
async function observeTranspiled({ payload, call, nonce }, now) {
    const host = await (0,load_transpiled/* loadComponentHost */.uD)(payload);
    const cpuStart = (0,clocks/* readCpu */.jl)();
    const start = now();
    const { create } = await (0,compile_transpiled/* compileTranspiled */.K)(host, nonce);
    const compiled = now();
    const guest = create();
    const instantiated = now();
    const result = callFirst(guest, call);
    const end = now();
    const cpu = cpuSince(cpuStart);
    checkFirst(guest, call, result);
    return { ...phases([start, compiled, instantiated, end]), cpu };
}
async function observeGlue({ payload, call, nonce }, now) {
    (0,unique_modules/* beginSerials */.d5)(nonce * renewals/* SERIALS_PER_ISOLATE */.ai);
    const { hooks, times } = (0,unique_modules/* timeEngine */.YS)(unique_modules/* UNIQUE_MODULES */.st, { now, cpu: clocks/* readCpu */.jl });
    const engine = (0,wrap_engine/* wrapEngine */.l)(hooks);
    const cpuStart = (0,clocks/* readCpu */.jl)();
    const start = now();
    const guest = (await (0,suites_guest/* createGuestFactory */.zs)(payload, nonce)).create();
    const loaded = now();
    const before = times();
    const made = callFirst(guest, call);
    const result = (0,suites_guest/* isPromise */.yL)(made) ? await made : made;
    const end = now();
    const cpuEnd = (0,clocks/* readCpu */.jl)();
    checkFirst(guest, call, result);
    const { compile, instantiate: instantiating, overhead, overheadCpu } = times();
    const name = engine.replaced();
    if (name !== null)
        throw new errors/* HostError */.dh(`host code replaced ${name}, by which the phases of a cold start are told`);
    // What is compiled late is in its own phase.
    const late = compile + instantiating + overhead;
    const early = before.compile + before.instantiate + before.overhead;
    return {
        time: Math.max(1, end - start - overhead),
        compile,
        instantiate: instantiating,
        first_call: Math.max(0, end - loaded - (late - early)),
        cpu: Math.max(clocks/* LEAST_CPU_NS */.Lg, cpuEnd - cpuStart - overheadCpu),
    };
}
/** Its data is written first: that is none of a start. */
function placeData(guest, call, now) {
    if (call?.place === undefined)
        return { wallNs: 0, cpuNs: 0 };
    const cpuNs = (0,clocks/* readCpu */.jl)();
    const start = now();
    (0,placed_arguments/* argumentsOf */.aX)(guest, call);
    const wallNs = now() - start;
    return { wallNs, cpuNs: (0,clocks/* readCpu */.jl)() - cpuNs };
}
function callFirst(guest, call) {
    return call === null ? undefined : (0,suites_guest/* callUnchecked */.l7)(guest, call);
}
/** What it gave is looked at when the clock has been read. */
function checkFirst(guest, call, result) {
    if (call !== null)
        (0,suites_guest/* checkAll */.K7)(guest, call, result);
}
function cpuSince(start) {
    return Math.max(clocks/* LEAST_CPU_NS */.Lg, (0,clocks/* readCpu */.jl)() - start);
}
function phases([start, compiled, instantiated, end]) {
    return {
        time: end - start,
        compile: compiled - start,
        instantiate: instantiated - compiled,
        first_call: end - instantiated,
    };
}

// EXTERNAL MODULE: ./lib/measure/child/failure.js
var failure = __nccwpck_require__(5243);
// EXTERNAL MODULE: ./lib/measure/child/probe.js
var probe = __nccwpck_require__(5487);
;// CONCATENATED MODULE: ./lib/measure/child/isolate-worker.js





/** Tells the workers that observe from those a guest's host may start. */
const ISOLATE_WORKER = "wasm-bench isolate";
/**
 * Observes in this isolate. Never throws: a guest's failure is part of the answer.
 *
 * @param work - what is observed, and the word of the answer, which is taken out of it
 * @returns the observations, or the failure
 */
async function answerFromIsolate(work) {
    const { request, token } = work;
    // A guest's host finds the same data under `workerData`.
    work.token = "";
    try {
        const observed = request.kind === "cold"
            ? [await observeColdStart(request, clocks/* clockNs */.eH)]
            : await (0,renewals/* observeRenewals */.AM)(request, (0,probe/* createProbe */.f)());
        return { ok: true, token, observed };
    }
    catch (error) {
        return { ok: false, token, failure: (0,failure/* describeFailure */.I)(error, request.payload.side) };
    }
}


/***/ }),

/***/ 6720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  runObservation: () => (/* binding */ runObservation)
});

;// CONCATENATED MODULE: ./lib/model/load-record.js
/** Nonce of the one copy that is observed: the bytes it is handed are known by it. */
const OBSERVED_NONCE = 1;

// EXTERNAL MODULE: ./lib/suites/describe-call.js
var describe_call = __nccwpck_require__(9965);
// EXTERNAL MODULE: ./lib/suites/guest.js
var suites_guest = __nccwpck_require__(6357);
// EXTERNAL MODULE: ./lib/suites/natives.js
var natives = __nccwpck_require__(8305);
// EXTERNAL MODULE: ./lib/suites/open-workload.js
var open_workload = __nccwpck_require__(3895);
// EXTERNAL MODULE: ./lib/suites/settle-call.js
var settle_call = __nccwpck_require__(9523);
// EXTERNAL MODULE: ./lib/suites/workload-module.js + 1 modules
var workload_module = __nccwpck_require__(3322);
// EXTERNAL MODULE: ./lib/measure/child/failure.js
var failure = __nccwpck_require__(5243);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/suites/clocks.js
var clocks = __nccwpck_require__(386);
// EXTERNAL MODULE: ./lib/suites/glue-copies.js
var glue_copies = __nccwpck_require__(336);
// EXTERNAL MODULE: ./lib/suites/procedures/memory-limit.js
var memory_limit = __nccwpck_require__(7699);
// EXTERNAL MODULE: ./lib/suites/wrapped/copy-records.js
var copy_records = __nccwpck_require__(605);
// EXTERNAL MODULE: ./lib/suites/wrapped/unique-modules.js
var unique_modules = __nccwpck_require__(1336);
;// CONCATENATED MODULE: ./lib/measure/child/try-copies.js







/** How long copies are waited for: what never ends loading is no reason to wait for ever. */
const LONGEST_MS = 15_000;
/** A call that took longer is not made again. */
const LONGEST_CALL_MS = 1_000;
// Taken before any guest runs here.
const wait = globalThis.setTimeout;
const stopWaiting = globalThis.clearTimeout;
/** What this Node lacks, where copies have no instance of their own for that reason. */
const SHARED = "; before Node 22.15 copies share the ES modules that their entry imports";
/**
 * Makes two further copies of glue and tells what there is to measure of them. Never throws.
 *
 * @param payload - a component with glue
 * @param call - made where a copy has no instance without it; null where none is configured
 * @param nonce - of the first copy; the next ones have the numbers after it
 * @returns why further copies cannot be measured, or what of them cannot
 */
async function tryCopies(payload, call, nonce) {
    let timer;
    const late = new Promise((resolve) => {
        const fault = `another copy of this glue was not loaded within ${LONGEST_MS / 1000} s`;
        timer = wait(() => resolve(faulty(fault)), LONGEST_MS);
    });
    try {
        return await Promise.race([compareCopies(payload, call, nonce), late]);
    }
    catch (error) {
        return faulty(`another copy of this glue cannot be loaded: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    finally {
        stopWaiting(timer);
    }
}
async function compareCopies(payload, call, nonce) {
    const records = (0,copy_records/* recordCopies */.t)(unique_modules/* UNIQUE_MODULES */.st, "kept");
    const copies = await (0,glue_copies/* openGlue */.Mp)(payload, nonce, { records, hooks: records.hooks });
    try {
        const one = await copies.renew();
        const isLate = one.instances() === 0;
        const isLong = isLate && (await attempt(one, call)) > LONGEST_CALL_MS;
        if (one.instances() === 0)
            return faulty(`${glue_copies/* NO_COPY */.yt}${sharing()}`);
        const other = await copies.renew();
        if (isLate && !isLong)
            await attempt(other, call);
        if (other.instances() === 0 && !isLong)
            return faulty(`${glue_copies/* NO_COPY */.yt}${sharing()}`);
        return { fault: null, isLate, growth: growthObstacle(one, other) };
    }
    finally {
        copies.release();
    }
}
function faulty(fault) {
    return { fault, isLate: false, growth: null };
}
function sharing() {
    const { registerHooks } = process.getBuiltinModule("node:module");
    return typeof registerHooks === "function" ? "" : SHARED;
}
/** A call that fails is measuring's to tell: what it made until then counts. Returns how long it took, in ms. */
async function attempt(guest, call) {
    const start = (0,clocks/* clockNs */.eH)();
    try {
        if (call !== null)
            await (0,settle_call/* settleCall */.mT)(guest, { export: call.export, args: call.args });
    }
    catch { }
    return ((0,clocks/* clockNs */.eH)() - start) / 1e6;
}
function growthObstacle(one, other) {
    const [memory, ...rest] = one.memories;
    if (memory === undefined)
        return "no memory of it is exported or imported";
    if (rest.length > 0)
        return `it has ${rest.length + 1} memories, and one is grown`;
    if (other.memories.includes(memory))
        return "its copies share a memory: what one grew stays grown";
    try {
        return (0,memory_limit/* growOnce */.BR)(memory, 1) === -1 ? "its memory cannot grow" : null;
    }
    catch {
        return "its memory is 64-bit: no growth that must be refused is known";
    }
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/measure/child/watch-compiles.js

/**
 * Watches which WebAssembly others than this program compile from now on.
 *
 * @param seen - told the SHA-256 of each module's bytes, lower-case hex, and the bytes, which are another's to change
 * @returns settles when what was begun before is compiled, and what is still streaming has been told
 */
function watchCompiles(seen) {
    const begun = [];
    const tell = (source) => {
        const bytes = bytesOf(source);
        if (bytes !== null)
            seen((0,external_node_crypto_namespaceObject.createHash)("sha256").update(bytes).digest("hex"), bytes);
    };
    const tellStream = (source) => {
        begun.push(Promise.resolve(source)
            .then((response) => response.clone().arrayBuffer())
            .then(tell)
            .catch(() => { }));
    };
    const wait = (compiling) => {
        begun.push(Promise.resolve(compiling).catch(() => { }));
    };
    wrapFunctions(["compile", "instantiate"], tell, wait);
    wrapFunctions(["compileStreaming", "instantiateStreaming"], tellStream, wait);
    WebAssembly.Module = new Proxy(WebAssembly.Module, {
        construct: function construct(target, args, made) {
            if (!isOurs(construct))
                tell(args[0]);
            return Reflect.construct(target, args, made);
        },
    });
    return async () => {
        await Promise.all(begun);
    };
}
function wrapFunctions(names, tell, wait) {
    const target = WebAssembly;
    for (const name of names) {
        const original = target[name];
        if (original === undefined)
            continue;
        target[name] = function watched(source, ...rest) {
            if (!isOurs(watched))
                tell(source);
            const compiling = original.call(WebAssembly, source, ...rest);
            wait(compiling);
            return compiling;
        };
    }
}
function bytesOf(source) {
    if (ArrayBuffer.isView(source))
        return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    return source instanceof ArrayBuffer ? new Uint8Array(source) : null;
}
/** Node compiles modules for itself, other ones in every version, and so does this program. */
function isOurs(wrapper) {
    const place = {};
    Error.captureStackTrace(place, wrapper);
    const caller = String(place.stack).split("\n")[1] ?? "";
    const own = process.argv[1] ?? "";
    return caller.includes("node:internal") || (own !== "" && caller.includes(own));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./lib/measure/child/caller-file.js


/** Where a frame of a stack is: an address in ES modules, a path in CommonJS. */
const FRAME = /((?:file:\/\/\/|\/|[A-Za-z]:\\)[^\n()]+?):\d+:\d+\)?$/gm;
/** Frames looked at: host code may be deep. */
const MOST_FRAMES = 60;
/** This program's own folder: what it does for others is theirs. */
const OWN = `${(0,external_node_path_.dirname)(process.argv[1] ?? "")}${external_node_path_.sep}`;
/**
 * The JavaScript on whose behalf something is done now.
 *
 * @returns absolute path of the innermost file of the stack that is not this program's; null where there is none
 */
function callerFile() {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = MOST_FRAMES;
    const { stack } = new Error("where");
    Error.stackTraceLimit = limit;
    for (const [, place = ""] of String(stack).matchAll(FRAME)) {
        const path = place.startsWith("file:") ? pathOf(place) : place;
        if (path !== null && !path.startsWith(OWN))
            return path;
    }
    return null;
}
function pathOf(address) {
    const [plain = ""] = address.split(/[?#]/);
    try {
        return (0,external_node_url_.fileURLToPath)(plain);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/measure/child/watch-files.js



/** Functions of `node:fs` and of `node:fs/promises` that read the file their first argument names. */
const READING = {
    callback: [
        "readFile",
        "readFileSync",
        "createReadStream",
        "openAsBlob",
        "copyFile",
        "copyFileSync",
    ],
    promise: ["readFile", "copyFile"],
};
/** Functions that ask whether it is there. */
const ASKING = {
    callback: [
        "exists",
        "existsSync",
        "access",
        "accessSync",
        "stat",
        "statSync",
        "lstat",
        "lstatSync",
        "readlink",
        "readlinkSync",
        "realpath",
        "realpathSync",
    ],
    promise: ["access", "stat", "lstat", "readlink", "realpath"],
};
/** Functions that list a folder: what they give depends on the files in it. */
const LISTING = {
    callback: ["readdir", "readdirSync", "opendir", "opendirSync"],
    promise: ["readdir", "opendir"],
};
/** Functions that open it as their second argument says. */
const OPENING = { callback: ["open", "openSync"], promise: ["open"] };
/**
 * Watches which files this thread opens for reading or asks for from now on, by whatever import of `node:fs` it has; also the
 * entries of workers it starts, which have imports of their own that nobody sees.
 *
 * @param seen - told of each, whether or not there is such a file
 */
function watchFiles(seen) {
    const fs = process.getBuiltinModule("node:fs");
    const tellFile = (file, isRead) => {
        const path = watch_files_pathOf(file);
        if (path === null)
            return;
        const by = callerFile();
        const asked = { path: (0,external_node_path_.resolve)(path), isRelative: !(0,external_node_path_.isAbsolute)(path), isRead };
        seen(by === null ? asked : { ...asked, by });
    };
    const tell = (file) => tellFile(file, true);
    const tellAsked = (file) => tellFile(file, false);
    const tellOpened = (file, flags) => {
        if (!isForWriting(flags))
            tell(file);
    };
    const listed = fs.readdirSync;
    const tellListed = (folder, options) => {
        for (const path of filesIn(folder, options, listed))
            tellFile(path, true);
    };
    const [callback, promise] = [fs, fs.promises].map((one) => one);
    wrap(callback, READING.callback, tell);
    wrap(callback, ASKING.callback, tellAsked);
    wrap(callback, LISTING.callback, tellListed);
    wrap(callback, OPENING.callback, tellOpened);
    wrap(promise, READING.promise, tell);
    wrap(promise, ASKING.promise, tellAsked);
    wrap(promise, LISTING.promise, tellListed);
    wrap(promise, OPENING.promise, tellOpened);
    wrap(process, ["loadEnvFile"], (file) => tell(file ?? ".env"));
    const workers = process.getBuiltinModule("node:worker_threads");
    workers.Worker = new Proxy(workers.Worker, {
        construct: (target, args, made) => {
            if (args[1]?.eval !== true)
                tell(args[0]);
            return Reflect.construct(target, args, made);
        },
    });
    // Modules that imported a function by its name get the new one too.
    process.getBuiltinModule("node:module").syncBuiltinESMExports();
}
function wrap(target, names, tell) {
    for (const name of names) {
        const original = target?.[name];
        if (target === undefined || original === undefined)
            continue;
        const watched = function (...args) {
            tell(args[0], args[1]);
            return original.apply(this, args);
        };
        // Some have functions of their own, such as realpath.native.
        target[name] = Object.assign(watched, original);
    }
}
/** As they would be listed, of a folder relative to the working folder too; none of one that cannot be listed. */
function filesIn(folder, options, list) {
    const path = watch_files_pathOf(folder);
    const recursive = typeof options === "object" && options !== null && "recursive" in options;
    try {
        return path === null
            ? []
            : list(path, { recursive, encoding: "utf8" }).map((name) => (0,external_node_path_.join)(path, name));
    }
    catch {
        return [];
    }
}
function watch_files_pathOf(file) {
    if (typeof file === "string")
        return file.startsWith("file:") ? urlPath(file) : file;
    if (file instanceof URL)
        return file.protocol === "file:" ? urlPath(file.href) : null;
    return Buffer.isBuffer(file) ? file.toString() : null;
}
function urlPath(url) {
    return URL.canParse(url) ? (0,external_node_url_.fileURLToPath)(url) : null;
}
/** A file that is emptied or appended to is a result, not a part. */
function isForWriting(flags) {
    if (typeof flags === "string")
        return /^(w.*|ax?|as)$/.test(flags);
    const { O_ACCMODE = 3, O_WRONLY } = process.getBuiltinModule("node:fs").constants;
    return typeof flags === "number" && (flags & O_ACCMODE) === O_WRONLY;
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./lib/measure/child/watch-modules.js


/**
 * Watches which modules this thread imports and requires from now on, however deep.
 *
 * @param seen - told of each; built-in modules and such without a file are passed over
 * @returns tells what is still on its way; to be called once nothing is loaded any more
 */
function watchModules(seen) {
    const modules = process.getBuiltinModule("node:module");
    const tell = (specifier, parent, url) => {
        const path = watch_modules_pathOf(url);
        if (path !== null)
            seen({ specifier, parent: watch_modules_pathOf(parent ?? ""), path });
    };
    // Since Node 22.15: sees both kinds of modules, in this thread.
    if (typeof modules.registerHooks === "function") {
        modules.registerHooks({
            resolve: (specifier, context, next) => {
                const found = next(specifier, context);
                tell(specifier, context.parentURL, found.url);
                return found;
            },
        });
        return () => { };
    }
    watchRequire(tell);
    return watchImports(tell);
}
/** Runs in the thread of Node's loader; its messages are here before the module is. */
const HOOKS = `let port;
export const initialize = (given) => { port = given; };
export const resolve = async (specifier, context, next) => {
  const found = await next(specifier, context);
  port.postMessage([specifier, context.parentURL, found.url]);
  return found;
};`;
function watchImports(tell) {
    const { port1, port2 } = new external_node_worker_threads_.MessageChannel();
    process
        .getBuiltinModule("node:module")
        .register(`data:text/javascript,${encodeURIComponent(HOOKS)}`, {
        data: port2,
        transferList: [port2],
    });
    port1.unref();
    return () => {
        for (let next = (0,external_node_worker_threads_.receiveMessageOnPort)(port1); next; next = (0,external_node_worker_threads_.receiveMessageOnPort)(port1)) {
            const [specifier, parent, url] = next.message;
            tell(specifier, parent, url);
        }
    };
}
/** CommonJS of older Node: its resolver is there to be replaced, and many tools do. */
function watchRequire(tell) {
    const loader = process.getBuiltinModule("node:module");
    const original = loader._resolveFilename;
    loader._resolveFilename = function resolveFilename(specifier, parent, ...rest) {
        const found = original.call(this, specifier, parent, ...rest);
        tell(specifier, parent?.filename, found);
        return found;
    };
}
/** Of an address or a path; null for built-in modules and data. */
function watch_modules_pathOf(place) {
    if (place.startsWith("file:"))
        return (0,external_node_url_.fileURLToPath)(place);
    return /^([\\/]|[A-Za-z]:\\)/.test(place) ? place : null;
}

;// CONCATENATED MODULE: ./lib/measure/child/observe.js












/** Turns of the event loop in which work nobody waits for may begin to read. */
const TURNS = 4;
/** Steps after which what has been compiled is known to be. */
const MICROTASKS = 20;
/** How long such work is waited for, in pauses of so many ms: what reads on for ever is no reason to wait for ever. */
const PAUSE_MS = 5;
const MOST_PAUSES = 200;
const REPORT = { iterations: 0, wallNs: 0, measuredNs: 0, warmupNs: 0, series: [], warnings: [] };
/**
 * Loads JavaScript as measuring does, makes every configured call once, and tells what that needed. Never throws.
 *
 * @param order - component or native references, and calls
 * @param tell - told of every module, file and compiled module as it is seen, each once
 * @returns a report without numbers; its failure says why loading failed. A call that fails is left to measuring
 */
async function runObservation(order, tell) {
    const known = new Set();
    let isSeen = false;
    const tellOnce = (trace) => {
        // Further copies need what the first one needed.
        if (isSeen && trace.kind !== "copies")
            return;
        const text = JSON.stringify({ ...trace, bytes: undefined });
        if (!known.has(text))
            tell(trace);
        known.add(text);
    };
    const drain = watchModules((module) => tellOnce({ kind: "module", ...module }));
    watchFiles((file) => tellOnce({ kind: "read", ...file }));
    const compiled = watchCompiles((sha256, bytes) => tellOnce({ kind: "compiled", sha256, ...(order.keepsModules === true ? { bytes } : {}) }));
    const idle = process.getActiveResourcesInfo().length;
    const watch = {
        tell: tellOnce,
        drain,
        settle: () => settle(idle, compiled),
        isUnderWay: () => isUnderWay(idle, compiled),
    };
    try {
        if (order.payload !== null)
            await observeComponent(order.payload, order, watch);
        for (const native of order.natives)
            await observeNative(native, watch);
        if (order.workload !== undefined)
            await listBenchmarks(order.workload, watch);
        await watch.settle();
        drain();
        isSeen = true;
        await observeCopies(order, tellOnce);
        return { ...REPORT, failure: null };
    }
    catch (error) {
        return { ...REPORT, failure: (0,failure/* describeFailure */.I)(error, order.payload?.side ?? "native") };
    }
    finally {
        drain();
    }
}
/** Whether modules are compiled, or anything else goes on, that was begun since the guest came. */
async function isUnderWay(idle, compiled) {
    let isCompiled = false;
    void compiled().then(() => {
        isCompiled = true;
    });
    for (let turn = 0; turn < MICROTASKS; turn += 1)
        await Promise.resolve();
    return !isCompiled || process.getActiveResourcesInfo().length > idle;
}
async function observeComponent(payload, { calls }, watch) {
    const factory = await (0,suites_guest/* createGuestFactory */.zs)(payload, OBSERVED_NONCE);
    const guest = factory.create();
    if (payload.glue !== null && (await watch.isUnderWay()))
        await callEarly(guest, calls[0], watch);
    await watch.settle();
    watch.drain();
    watch.tell({ kind: "loaded" });
    for (const call of calls)
        await observe_attempt((0,describe_call/* describeCall */.G)(call), () => (0,settle_call/* settleCall */.mT)(guest, call), watch);
    if (payload.workload !== undefined)
        await observeWorkload(guest, payload, watch);
}
/** What measures calls at once: a module that comes later is told apart from one that never does. */
async function callEarly(guest, call, watch) {
    if (call === undefined)
        return;
    try {
        await (0,settle_call/* settleCall */.mT)(guest, call);
    }
    catch (error) {
        const { message } = (0,failure/* describeFailure */.I)(error, null);
        watch.tell({ kind: "early-call", name: (0,describe_call/* describeCall */.G)(call), message });
    }
}
/** Runs every benchmark once, between set-up and teardown: what they need must be known, as of calls. */
async function observeWorkload(guest, payload, watch) {
    let opened = null;
    await observe_attempt("workload", async () => {
        opened = await (0,open_workload/* openWorkload */.Wu)(guest, payload, OBSERVED_NONCE);
    }, watch);
    const workload = opened;
    if (workload === null)
        return;
    for (const benchmark of workload.benchmarks.values())
        await observe_attempt(`workload ${benchmark.name}`, () => workload.verify(benchmark, false), watch);
    await observe_attempt("workload", workload.teardown, watch);
    await watch.settle();
    watch.drain();
}
async function listBenchmarks(workload, watch) {
    const { benchmarks } = await (0,workload_module/* loadWorkload */.E)(workload, OBSERVED_NONCE, null);
    for (const { name, clock } of benchmarks.values())
        watch.tell({ kind: "benchmark", name, clock });
}
async function observeCopies({ payload, calls, keepsModules }, tell) {
    if (payload === null || payload.glue === null || keepsModules === true)
        return;
    const facts = await tryCopies(payload, calls[0] ?? null, OBSERVED_NONCE + 1);
    tell({ kind: "copies", ...facts });
}
async function observeNative(native, watch) {
    const work = await (0,natives/* createNative */.q)(native, OBSERVED_NONCE);
    await watch.settle();
    watch.drain();
    watch.tell({ kind: "loaded" });
    await observe_attempt(native.source, () => work(...native.args), watch);
}
/** Makes a call for what it reads, not for what it returns: measuring makes it too, and says why it fails. */
async function observe_attempt(name, call, watch) {
    try {
        await call();
    }
    catch (error) {
        watch.tell({ kind: "failed-call", name, message: (0,failure/* describeFailure */.I)(error, null).message });
    }
    await turns();
    watch.drain();
}
/**
 * Code may go on when its module is loaded or its call has returned: read one file, compile it, read the next, or wait
 * for a timer. Ends when no more is under way than before the guest came, and at the latest after a second.
 */
async function settle(idle, compiled) {
    for (let pause = 0; pause < MOST_PAUSES; pause += 1) {
        await turns();
        await compiled();
        if (process.getActiveResourcesInfo().length <= idle)
            return;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
}
async function turns() {
    for (let turn = 0; turn < TURNS; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
}


/***/ }),

/***/ 5487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ createProbe)
/* harmony export */ });
/* unused harmony export dirtyBytesOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _suites_clocks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(386);


/**
 * Creates the view a measuring process has of itself.
 *
 * @returns clock, collector and memory reader; `privateBytes` falls back to the resident set where /proc is missing
 */
function createProbe() {
    const gc = globalThis.gc ?? (() => { });
    const now = _suites_clocks_js__WEBPACK_IMPORTED_MODULE_1__/* .clockNs */ .eH;
    const collect = () => {
        const start = now();
        gc();
        return now() - start;
    };
    const memorySource = readPrivateBytes() === null ? "rss" : "smaps_rollup";
    return {
        now,
        collect,
        memorySource,
        privateBytes: () => {
            gc();
            gc();
            return readPrivateBytes() ?? process.memoryUsage.rss();
        },
    };
}
/** Null where the kernel does not tell. */
function readPrivateBytes() {
    try {
        return dirtyBytesOf((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/self/smaps_rollup", "utf8"));
    }
    catch {
        return null;
    }
}
/**
 * The private bytes that a process has written. Clean ones are pages of files: those of a shared library are private for
 * as long as one process alone maps it, so that they come and go with the process beside this one.
 *
 * @param text - what `/proc/<pid>/smaps_rollup` holds
 * @returns bytes; null where it does not say
 */
function dirtyBytesOf(text) {
    const [, kibibytes] = /^Private_Dirty:\s+(\d+) kB$/m.exec(text) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  serveOrders: () => (/* binding */ serveOrders)
});

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
// EXTERNAL MODULE: ./lib/suites/open-native.js
var open_native = __nccwpck_require__(8129);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/measure/frames.js


/** Bytes that tell the length of what follows. */
const LENGTH_BYTES = 4;
// Taken before any guest runs in this process: what it puts in their place is never called.
const pack = external_node_v8_namespaceObject.serialize;
const unpack = external_node_v8_namespaceObject.deserialize;
const join = Buffer.concat.bind(Buffer);
const make = Buffer.allocUnsafe.bind(Buffer);
/**
 * Packs a value for the channel between the job and a measuring process.
 *
 * @param value - plain data
 * @returns its length and its bytes
 */
function encodeFrame(value) {
    const body = pack(value);
    const length = make(LENGTH_BYTES);
    length.writeUInt32LE(body.length);
    return join([length, body]);
}
/**
 * Reads frames from chunks of a stream. Whoever writes to the stream may be hostile.
 *
 * @param deps - limit and who is told
 * @returns takes the next chunk
 */
function createFrameReader({ maxBytes, onValue, onFault, }) {
    let chunks = [];
    let held = 0;
    let wanted = LENGTH_BYTES;
    let isLength = true;
    let isBroken = false;
    const fail = (fault) => {
        isBroken = true;
        chunks = [];
        onFault(fault);
    };
    const take = () => {
        const all = join(chunks);
        const taken = all.subarray(0, wanted);
        chunks = [all.subarray(wanted)];
        held -= wanted;
        return taken;
    };
    const step = () => {
        const taken = take();
        if (isLength) {
            wanted = taken.readUInt32LE();
            isLength = false;
            if (wanted > maxBytes)
                fail(`it announces ${wanted} bytes, at most ${maxBytes} are accepted`);
            return;
        }
        [wanted, isLength] = [LENGTH_BYTES, true];
        let value;
        try {
            value = unpack(taken);
        }
        catch (thrown) {
            fail(`it cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
            return;
        }
        onValue(value);
    };
    return (chunk) => {
        if (isBroken)
            return;
        chunks.push(chunk);
        held += chunk.length;
        while (!isBroken && held >= wanted)
            step();
    };
}

// EXTERNAL MODULE: ./lib/measure/protocol.js
var protocol = __nccwpck_require__(2902);
// EXTERNAL MODULE: ./lib/measure/child/failure.js
var child_failure = __nccwpck_require__(5243);
;// CONCATENATED MODULE: ./lib/measure/child/intrinsics.js
const describe = Object.getOwnPropertyDescriptor;
/** Guests seed the first to repeat themselves, and take the others away to be handed bytes; nothing here asks them. */
const HARMLESS = new Set([
    "Math.random",
    "WebAssembly.compileStreaming",
    "WebAssembly.instantiateStreaming",
]);
/** Constructors and namespaces that are looked up by name. */
const GLOBALS = [
    "Array",
    "BigInt",
    "Function",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
    "Set",
    "WebAssembly",
];
/**
 * What results are put together with: objects whose functions are called by name while a guest's host may run. The
 * engine's are among them: guests that come later are compiled by them.
 */
function watched() {
    const arrayIterator = Object.getPrototypeOf([][Symbol.iterator]());
    const mapIterator = Object.getPrototypeOf(new Map().values());
    return [
        ["Array", Array],
        ["Array.prototype", Array.prototype],
        ["the iterator of arrays", arrayIterator],
        ["the iterator of maps", mapIterator],
        ["Map.prototype", Map.prototype],
        ["Set.prototype", Set.prototype],
        ["Math", Math],
        ["Number", Number],
        ["Object", Object],
        ["Reflect", Reflect],
        ["Function.prototype", Function.prototype],
        ["Promise", Promise],
        ["Promise.prototype", Promise.prototype],
        ["WebAssembly", WebAssembly],
    ];
}
/**
 * Remembers the functions results are put together with, so that host code that replaces one is found out. What it adds
 * (a polyfill) is no matter.
 *
 * @returns tells the first that is another one now, by name; null while all are as they were
 */
function watchIntrinsics() {
    const known = GLOBALS.map((key) => {
        return { name: "globalThis", target: globalThis, key, value: held(globalThis, key) };
    });
    for (const [name, target] of watched()) {
        for (const key of Reflect.ownKeys(target)) {
            const value = held(target, key);
            if (typeof value === "function" && !HARMLESS.has(`${name}.${String(key)}`))
                known.push({ name, target, key, value });
        }
    }
    const count = known.length;
    return () => {
        // By index: the iteration of arrays is among what is looked at.
        for (let index = 0; index < count; index += 1) {
            const one = known[index];
            if (one !== undefined && held(one.target, one.key) !== one.value)
                return `${one.name}.${String(one.key)}`;
        }
        return null;
    };
}
function held(target, key) {
    return describe(target, key)?.value;
}

// EXTERNAL MODULE: ./lib/suites/trampoline.js
var trampoline = __nccwpck_require__(9334);
// EXTERNAL MODULE: ./lib/suites/clocks.js
var clocks = __nccwpck_require__(386);
;// CONCATENATED MODULE: ./lib/measure/child/underscore.js
/**
 * The functions Benchmark.js takes from lodash, in plain JavaScript.
 *
 * Benchmark.js looks for lodash at run time. Evaluating lodash would cost every measuring process a third of its start
 * and make every block a third longer, for about thirty functions that the language has by now. Each does what lodash
 * documents for the arguments that Benchmark.js gives; a test compares them with lodash.
 *
 * @see __tests__/measure/underscore.test.ts
 * @see bench/child-start.mjs
 */

const isObjectLike = (value) => typeof value === "object" && value !== null;
const has = (value, key) => value !== null && value !== undefined && Object.hasOwn(value, key);
/** Unlike lodash, a prototype is not plain: Benchmark.js clones its own before every run, only to read it. */
function isPlainObject(value) {
    if (!isObjectLike(value) || Object.hasOwn(value, "constructor"))
        return false;
    const parent = Object.getPrototypeOf(value);
    return parent === null || parent === Object.prototype;
}
/** A deep copy of arrays and plain objects; everything else is passed on as it is, as Benchmark.js wants it. */
function cloneDeepWith(value) {
    if (Array.isArray(value))
        return value.map(cloneDeepWith);
    if (!isPlainObject(value))
        return value;
    const copy = {};
    for (const key of Object.keys(value)) {
        const item = value[key];
        copy[key] = isObjectLike(item) ? cloneDeepWith(item) : item;
    }
    return copy;
}
/** Visits own enumerable properties until the visitor answers false. */
function forOwn(value, visit) {
    for (const key of Object.keys(value)) {
        if (visit(value[key], key, value) === false)
            break;
    }
    return value;
}
/** Visits the items of a list, or the properties of anything else, until the visitor answers false. */
function each(value, visit) {
    if (!isList(value))
        return forOwn(value, visit);
    for (let i = 0; i < value.length; i += 1)
        if (visit(value[i], i, value) === false)
            break;
    return value;
}
function isList(value) {
    return typeof value !== "function" && Number.isInteger(value.length);
}
function defaults(target, ...sources) {
    for (const source of sources) {
        for (const key in source)
            if (target[key] === undefined)
                target[key] = source[key];
    }
    return target;
}
function pick(value, keys) {
    return Object.fromEntries(keys.filter((key) => key in value).map((key) => [key, value[key]]));
}
/** The first of the items whose property is smallest. */
function minBy(list, key) {
    return list.reduce((best, one) => ((one[key] ?? NaN) < (best[key] ?? NaN) ? one : best));
}
/** Fills a template that only inserts values: `${name}`. Most of Benchmark.js's insert none. */
function template(text) {
    const [head = "", ...parts] = text.split("${");
    return (values) => {
        let filled = head;
        for (const part of parts) {
            const end = part.indexOf("}");
            filled += (values[part.slice(0, end)] ?? "") + part.slice(end + 1);
        }
        return filled;
    };
}
/** What Benchmark.js knows as `_`. */
const underscore = {
    assign: Object.assign,
    cloneDeepWith,
    defaults,
    delay: (run, milliseconds) => setTimeout(run, milliseconds),
    each,
    eq: (left, right) => left === right || (Number.isNaN(left) && Number.isNaN(right)),
    filter: (list, keep) => Array.from(list).filter(keep),
    forEach: each,
    forOwn,
    get: (value, key) => value?.[key],
    has,
    indexOf: (list, item) => Array.from(list).indexOf(item),
    isArray: Array.isArray,
    isError: (value) => value instanceof Error,
    isFinite: Number.isFinite,
    isFunction: (value) => typeof value === "function",
    isNaN: Number.isNaN,
    isObject: (value) => isObjectLike(value) || typeof value === "function",
    isObjectLike,
    isPlainObject,
    isString: (value) => typeof value === "string",
    map: (list, visit) => Array.from(list).map(visit),
    minBy,
    noop: () => { },
    /** Benchmark.js only subtracts these; a wall clock may be set back in between. */
    now: () => (0,clocks/* clockNs */.eH)() / 1e6,
    /** Benchmark.js leaves the first argument open and gives the rest. */
    partial: (run, _open, ...rest) => (value) => run(value, ...rest),
    pick,
    /** Without a start the fold begins with the first item. */
    reduce: (list, fold, ...start) => Array.from(list).reduce(fold, ...start),
    result: (value, key) => value?.[key],
    template,
    toArray: (list) => Array.from(list ?? []),
};

;// CONCATENATED MODULE: ./lib/measure/child/amd.js

/** Stands for the package `platform`, which only describes the operating system in words. */
const PLATFORM = { description: null, layout: null, name: null, os: null };
const scope = globalThis;
let loaded;
scope.define = Object.assign((_names, factory) => {
    loaded = factory(underscore, PLATFORM);
}, { amd: {} });
/**
 * Ends the loader, once Benchmark.js is evaluated.
 *
 * @returns what Benchmark.js gave the loader; undefined when it had been evaluated without it
 */
function takeLoaded() {
    delete scope.define;
    return loaded;
}

// EXTERNAL MODULE: ./node_modules/benchmark/benchmark.js
var benchmark = __nccwpck_require__(5048);
;// CONCATENATED MODULE: ./lib/measure/child/block-clock.js

// Taken when the process starts: host code may replace what it finds under this name later.
const readWall = process.hrtime;
/**
 * Creates the clock of the blocks: every reading reads both clocks, and one of them decides.
 *
 * Wall time is read next to the timed loop, CPU time outside of it: reading it takes up to 27 µs on some machines.
 *
 * @returns the clock; wall time decides until it is told otherwise
 */
function createBlockClock() {
    let deciding = "wall";
    let startCpuNs = 0;
    let last = { wallNs: 0, cpuNs: 0 };
    return {
        hrtime: (start) => {
            if (start === undefined) {
                startCpuNs = (0,clocks/* readCpu */.jl)();
                return readWall();
            }
            const elapsed = readWall(start);
            const cpuNs = Math.max(clocks/* LEAST_CPU_NS */.Lg, (0,clocks/* readCpu */.jl)() - startCpuNs);
            last = { wallNs: elapsed[0] * 1e9 + elapsed[1], cpuNs };
            return deciding === "cpu" ? [0, cpuNs] : elapsed;
        },
        decideBy: (clock) => {
            deciding = clock;
        },
        last: () => last,
    };
}

;// CONCATENATED MODULE: ./lib/measure/child/benchmark-js.js

// The order matters: the loader must stand before Benchmark.js is evaluated.




/** Benchmark.js's timing loops by their text without numbers: one for the whole process. */
const loops = new Map();
/** The clock its blocks are timed by. */
const blockClock = createBlockClock();
/** A Benchmark.js of our own. */
const Benchmark = createBenchmarkJs();
/**
 * Gives Benchmark.js what it finds at run time otherwise, and takes away what costs 2 ms before every run.
 *
 * It compiles about twelve text templates and nine functions anew for every run. The templates only insert values, so a
 * plain replacement does; of the functions most are never called, so they are compiled at their first call, and the
 * timing loop once per process. All copies share that loop.
 *
 * @returns a Benchmark.js of our own
 * @see bench/harness.mjs
 */
function createBenchmarkJs() {
    const LazyFunction = (args, body) => function lazy(...values) {
        const known = compileLoop(args, body);
        known.args = values;
        return known.loop.apply(this, values);
    };
    const context = {
        _: underscore,
        platform: PLATFORM,
        Function: LazyFunction,
        Date: createQuickDate(),
        process: { hrtime: blockClock.hrtime },
    };
    const loaded = (takeLoaded() ?? benchmark);
    return loaded.runInContext(context);
}
const NS_PER_MS = 1e6;
/** Benchmark.js waits for 30 ticks of the wall clock (30 ms) to learn its resolution, then times with another clock. */
function createQuickDate() {
    return Object.assign(() => { }, { now: () => (0,clocks/* clockNs */.eH)() / NS_PER_MS });
}
function compileLoop(args, body) {
    const key = body.replace(/\d+/g, "");
    const known = loops.get(key) ?? { loop: new Function(args, body), args: [] };
    loops.set(key, known);
    return known;
}

;// CONCATENATED MODULE: ./lib/measure/child/sampler.js

/**
 * Shortest block that is accepted as it is, in seconds; a shorter one is repeated by Benchmark.js with more calls. By
 * CPU time every block is: a call that waits would be repeated until its little CPU time has added up.
 */
const SHORTEST_BLOCK = { wall: 0.0005, cpu: 1e-9 };
let shortestBlock = SHORTEST_BLOCK.wall;
/**
 * Decides what the blocks of this process are timed by from now on.
 *
 * @param clock - the clock; the other one is read too
 */
function timeBlocksBy(clock) {
    blockClock.decideBy(clock);
    shortestBlock = SHORTEST_BLOCK[clock];
}
/** Below this many calls a block, Benchmark.js's own trial call would cost more than 5 % of the block. */
const CALLS_WORTH_A_PRETEST = 20;
/** Benchmark.js calls the function once before every block to see whether it throws; slow operations do without. */
function skipFirstCall(run) {
    let armed = false;
    return {
        arm: () => {
            armed = true;
        },
        guarded: () => {
            if (armed) {
                armed = false;
                return undefined;
            }
            return run();
        },
    };
}
/**
 * Creates the block sampler of one operation of one copy.
 *
 * @param run - the operation; synchronous
 * @returns a sampler: one block of the given number of calls; throws what the operation throws
 */
function createSampler(run) {
    prepareOnce();
    const { guarded, arm } = skipFirstCall(run);
    const benchmark = new Benchmark({
        fn: run,
        minSamples: 1,
        maxTime: -1,
        minTime: shortestBlock,
    });
    const { options } = benchmark;
    // A run starts by going back to its options; making a new Benchmark for every block would cost a fifth more.
    return (iterations) => {
        const isShort = iterations < CALLS_WORTH_A_PRETEST;
        if (isShort)
            arm();
        options.fn = isShort ? guarded : run;
        options.initCount = iterations;
        options.minTime = shortestBlock;
        const outcome = benchmark;
        outcome.error = undefined;
        benchmark.run();
        if (outcome.error !== undefined)
            throw outcome.error;
        const nsPerCall = benchmark.stats.sample.map((seconds) => seconds * 1e9);
        if (nsPerCall.length === 0 ||
            !nsPerCall.every((value) => Number.isFinite(value) && value > 0)) {
            throw new Error(`Benchmark.js gave no usable sample: [${nsPerCall.join(", ")}]`);
        }
        return { nsPerCall, elapsed: blockClock.last(), calls: benchmark.count };
    };
}
let isPrepared = false;
/** Prepares the shared loops once, before the first operation is timed. */
function prepareOnce() {
    if (isPrepared)
        return;
    isPrepared = true;
    makeMegamorphic();
}
/**
 * Shows the shared loops more functions than an inline cache holds, so that their call is never specialised for one copy.
 *
 * Benchmark.js compiles its loop in the first block; the fillers then call that loop directly, with the clock it was
 * handed, because a block of Benchmark.js's own for each of them would cost 50 ms.
 */
function makeMegamorphic() {
    createSampler(createFiller(0))(CALLS_WORTH_A_PRETEST);
    for (let serial = 1; serial <= FUNCTIONS_BEYOND_A_CACHE; serial += 1) {
        const nothing = () => { };
        const fn = createFiller(serial);
        const bench = { fn, count: CALLS_WORTH_A_PRETEST, setup: nothing, teardown: nothing };
        for (const { loop, args } of loops.values())
            loop.apply({ ...bench }, [...args]);
    }
}
function createFiller(serial) {
    const body = `"use strict"; let last = ${serial}; return function filler${serial}() { return last = (last + ${serial}) | 0; };`;
    return new Function(body)();
}
/** V8 remembers four targets of a call. */
const FUNCTIONS_BEYOND_A_CACHE = 8;

;// CONCATENATED MODULE: ./lib/measure/child/block.js

/** A block may be taken this often for its CPU time to be told. */
const MOST_TRIES = 4;
/**
 * Times one block of an operation.
 *
 * A system may credit a process with its CPU time later than it ran: a block that has got none is taken again, whatever
 * its wall time was. One that gets none time after time does nothing but wait, and stands as it is.
 *
 * @param arm - operation with its sampler
 * @param iterations - calls in the block; observed operations are averaged over as many observations
 * @param clock - the clock that decides about the block
 * @returns time per guest operation, and of the whole block
 * @throws Error when an observation is not finite, or below zero
 */
function takeBlock(arm, iterations, clock) {
    return takeTold(() => takeOnce(arm, iterations), clock);
}
/**
 * Takes a block again while it has got no CPU time.
 *
 * @param take - takes it once
 * @param clock - the clock that decides about it
 * @returns the first block with CPU time, or the last of four
 * @throws whatever taking it throws
 */
async function takeTold(take, clock) {
    let block = await take();
    for (let tries = 1; clock === "cpu" && tries < MOST_TRIES && isUntold(block); tries += 1)
        block = await take();
    return block;
}
/**
 * Whether the clock that decides says nothing of a block: it did not move, or, by CPU time, the system has not credited
 * what was used.
 *
 * @param block - a block
 * @param clock - the clock that decides about it
 * @param isComputing - whether it surely computed: what only waits may use next to no CPU time
 * @returns true where its time is none
 */
function isTimeless(block, clock, isComputing) {
    if (!(timeBy(block.perOperation, clock) > 0))
        return true;
    return isComputing && clock === "cpu" && isUntold(block);
}
function isUntold({ elapsed, perOperation }) {
    return elapsed.cpuNs <= clocks/* LEAST_CPU_NS */.Lg || !(perOperation.cpuNs > 0);
}
async function takeOnce({ operation, sampler }, iterations) {
    if (operation.kind === "timed" && sampler !== null) {
        const { elapsed, calls } = sampler(iterations);
        return { perOperation: divide(elapsed, calls * operation.operations), elapsed };
    }
    if (operation.kind === "awaited")
        return takeAwaited(operation, iterations);
    if (operation.kind !== "observed")
        throw new Error("a timed operation has no sampler");
    let wallNs = 0;
    let cpuNs = 0;
    for (let i = 0; i < iterations; i += 1) {
        const observed = await operation.observe();
        // Zero is what a coarse clock gives: such a block is left out, and nobody is blamed.
        if (!Number.isFinite(observed.wallNs) || observed.wallNs < 0)
            throw new Error(`an observation is no time: ${observed.wallNs}`);
        wallNs += observed.wallNs;
        cpuNs += observed.cpuNs;
    }
    const elapsed = { wallNs, cpuNs: Math.max(cpuNs, clocks/* LEAST_CPU_NS */.Lg) };
    return { perOperation: divide(elapsed, iterations * operation.operations), elapsed };
}
/** A loop of its own: the clocks are read around it, and every call is awaited before the next. */
async function takeAwaited({ begin, operations }, iterations) {
    const start = (0,clocks/* startClocks */.a0)();
    for (let call = 0; call < iterations; call += 1)
        await begin();
    const { wallNs, cpuNs } = (0,clocks/* stopClocks */.kw)(start);
    const elapsed = { wallNs, cpuNs: Math.max(cpuNs, clocks/* LEAST_CPU_NS */.Lg) };
    return { perOperation: divide(elapsed, iterations * operations), elapsed };
}
/**
 * Picks a time by its clock.
 *
 * @param elapsed - a time by both clocks
 * @param clock - the one asked for
 * @returns nanoseconds
 */
function timeBy(elapsed, clock) {
    return clock === "cpu" ? elapsed.cpuNs : elapsed.wallNs;
}
function divide({ wallNs, cpuNs }, by) {
    return { wallNs: wallNs / by, cpuNs: cpuNs / by };
}

;// CONCATENATED MODULE: ./lib/measure/child/warm-operation.js

/** Warm-up goes on for this many times its length while calls still change. */
const LONGEST_WARMUP = 5;
/** A warm-up by CPU time may take this many times its length in wall time. */
const LONGEST_STRETCH = 10;
/** A call longer than this needs no repeating to be timed. */
const LONG_CALL_NS = 50e6;
/** A batch that undercuts the fastest by this share shows that calls still get faster. */
const STILL_FALLING = 0.03;
/** A batch that is dearer than the fastest by this share has a compiler working beside it, or somebody else. */
const STILL_DEARER = 0.15;
/**
 * Calls until the time is over and calls no longer change, in batches that double, so that the clock is not what is
 * warmed.
 *
 * @param operation - what is called
 * @param plan - time and clock; a call that does not become steady ends the warm-up after five times the time
 * @returns time per call of the last batch
 * @throws whatever the guest throws
 */
async function warmOperation(operation, { warmupNs, clock, clocks }) {
    let batch = 1;
    let spentNs = 0;
    let fastest = Number.POSITIVE_INFINITY;
    for (;;) {
        const elapsed = await callBatch(operation, batch, clocks);
        spentNs += clock === "cpu" ? computeTime(elapsed) : elapsed.wallNs;
        const perCall = { wallNs: elapsed.wallNs / batch, cpuNs: elapsed.cpuNs / batch };
        const now = timeBy(perCall, clock);
        const isSteady = now >= (1 - STILL_FALLING) * fastest && now <= (1 + STILL_DEARER) * fastest;
        const isOver = isSteady || elapsed.wallNs > LONG_CALL_NS || spentNs >= LONGEST_WARMUP * warmupNs;
        if (spentNs >= warmupNs && isOver)
            return perCall;
        // A short batch times its clock; what it cost says nothing yet.
        if (elapsed.wallNs < warmupNs / 4)
            batch *= 2;
        else
            fastest = Math.min(fastest, now);
    }
}
async function callBatch(operation, calls, clocks) {
    const start = clocks.start();
    for (let call = 0; call < calls; call += 1) {
        if (operation.kind === "timed")
            operation.run();
        else
            await (operation.kind === "awaited" ? operation.begin() : operation.observe());
    }
    return clocks.stop(start);
}
/**
 * What a call computes; one that mostly waits counts as more, so that what is built of it does not take for ever.
 *
 * @param elapsed - by both clocks
 * @returns CPU time, but at least a tenth of the wall time; ns
 */
function computeTime({ wallNs, cpuNs }) {
    return Math.max(cpuNs, wallNs / LONGEST_STRETCH);
}

;// CONCATENATED MODULE: ./lib/measure/child/kernel.js



/** Steps of the generator in one kernel call; about 1 µs on a current machine. */
const STEPS = 600;
const WARM_CALLS = 1_000;
const STEADY_BLOCKS = 3;
const MOST_WARM_BLOCKS = 40;
/**
 * Creates and warms the calibration kernel: a chain of integer steps, one process-wide copy.
 *
 * @returns the kernel; both sides of a round use the same one, so that it tells contamination from code placement
 * @see docs/measurement.md#calibration-kernel
 */
function createKernel() {
    const body = `let x = last | 1; for (let i = 0; i < ${STEPS}; i += 1) x = (Math.imul(x, 1664525) + 1013904223) | 0; return last = x;`;
    const run = (0,trampoline/* createTrampoline */.s)(body, {}, 0);
    const sampler = createSampler(run);
    const nsPerCall = warm(sampler);
    return {
        sampler,
        iterationsFor: (blockMs) => Math.max(1, Math.round((blockMs * 1e6) / nsPerCall)),
    };
}
/** Blocks until three in a row are within 3 % of the fastest: the optimizing compiler has finished by then. */
function warm(sampler) {
    let fastest = Number.POSITIVE_INFINITY;
    let steady = 0;
    for (let block = 0; block < MOST_WARM_BLOCKS && steady < STEADY_BLOCKS; block += 1) {
        const { elapsed, calls } = sampler(WARM_CALLS);
        // A system may credit CPU time later than it was used: such a block would make all others endless.
        const ns = computeTime(elapsed) / calls;
        steady = ns < fastest * 1.03 && ns > fastest * 0.97 ? steady + 1 : 0;
        fastest = Math.min(fastest, ns);
    }
    return fastest;
}

// EXTERNAL MODULE: ./lib/measure/child/probe.js
var child_probe = __nccwpck_require__(5487);
;// CONCATENATED MODULE: ./lib/model/clock-of.js
/** `cpu` for what computes; `wall` where waiting or the engine's threads are the point, and where nothing is timed. */
const CLOCK_OF_KIND = {
    cold_start: "wall",
    warm_start: "cpu",
    load: "cpu",
    call: "cpu",
    workload: "cpu",
    native_call: "cpu",
    async_call: "wall",
    footprint: "wall",
    scaling: "wall",
    sequence: "cpu",
    grow: "wall",
    guarded_call: "cpu",
    categorize: "cpu",
    cleanup: "cpu",
    recover: "cpu",
    exhaust_fuel: "cpu",
    size: "wall",
    unknown: "wall",
};
/**
 * The clock that decides about the times of a benchmark, on a machine that has it.
 *
 * @param procedure - what the benchmark does
 * @returns the clock its call is configured with, or that of its kind
 * @see docs/adr/0024-cpu-time-as-the-clock-of-compute.md
 */
function clockOf(procedure) {
    const isChosen = procedure.kind === "call" || procedure.kind === "workload";
    if (isChosen && procedure.clock !== undefined)
        return procedure.clock;
    return CLOCK_OF_KIND[procedure.kind];
}

;// CONCATENATED MODULE: ./lib/model/metric-table.js
const NO_GROWTH = { fraction: 0, absolute: 0 };
const BYTES_GROWTH = { fraction: 0.01, absolute: 1024 };
const COUNT_GROWTH = { fraction: 0.005, absolute: 0 };
/** What leaks a little more or less by counting in another number of calls is the same leak; where nothing leaked, nothing may. */
const LEAK_GROWTH = { fraction: 0.1, absolute: 0 };
/**
 * The metric table: what stands here is a metric, and nothing else is. A name that ends in `<…>` stands for a family:
 * every name that begins so. An allowance makes a metric one that can be compared to the last digit. Single custom
 * sections have none: they may have targets, and together they are `size_custom`.
 */
const ROWS = [
    ["time", "ns", "noisy", "gated", "p25", "time of one operation"],
    ["kernel", "ns", "noisy", "informational", "p25", "calibration kernel riding in every round"],
    ["wall", "ns", "noisy", "informational", "p25", "wall time of one operation timed by CPU time"],
    ["cpu", "ns", "noisy", "informational", "p25", "CPU time of one operation timed by wall time"],
    ["kernel_wall", "ns", "noisy", "informational", "p25", "wall time of the calibration kernel"],
    [
        "boundary_share",
        "ratio",
        "noisy",
        "informational",
        "median",
        "share of a call's time outside the core modules of a component: lifting, lowering, its host",
    ],
    ["compile", "ns", "noisy", "informational", "median", "WebAssembly.Module from bytes"],
    ["instantiate", "ns", "noisy", "informational", "median", "WebAssembly.Instance from a module"],
    ["first_call", "ns", "noisy", "informational", "median", "first call, lazy compilation included"],
    ["process_start", "ns", "noisy", "informational", "median", "start of the measuring process"],
    ["isolate_start", "ns", "noisy", "informational", "median", "start of a fresh isolate"],
    [
        "boundary_cost",
        "ns",
        "noisy",
        "informational",
        "p25",
        "one call from JavaScript into the guest",
    ],
    ["slope_per_kib", "ns", "noisy", "informational", "median", "time per KiB of module"],
    ["create", "ns", "noisy", "informational", "median", "creating one live instance"],
    ["refused", "ns", "noisy", "informational", "p25", "growth beyond the limit, refused with -1"],
    ["reclaim", "ns", "noisy", "informational", "median", "collection that frees dropped instances"],
    [
        "overhead",
        "ratio",
        "noisy",
        "informational",
        "p25",
        "guest time over host-language time, minus one",
    ],
    [
        "gc_share",
        "ratio",
        "noisy",
        "informational",
        "median",
        "share of the time spent collecting garbage",
    ],
    [
        "resident_bytes",
        "bytes",
        "noisy",
        "gated",
        "median",
        "private bytes per live instance, pages touched",
    ],
    [
        "untouched_bytes",
        "bytes",
        "noisy",
        "informational",
        "median",
        "private bytes per live instance, untouched",
    ],
    [
        "overhead_bytes",
        "bytes",
        "noisy",
        "informational",
        "median",
        "resident bytes above declared memory",
    ],
    [
        "module_bytes",
        "bytes",
        "noisy",
        "informational",
        "median",
        "private bytes per instance with its own module",
    ],
    [
        "growth_bytes",
        "bytes",
        "noisy",
        "informational",
        "median",
        "private bytes kept after create, call, drop",
    ],
    [
        "returned_bytes",
        "bytes",
        "noisy",
        "informational",
        "median",
        "private bytes given back by a collection",
    ],
    ["live", "count", "noisy", "informational", "median", "live instances behind the slope"],
    ["fit_r2", "ratio", "noisy", "informational", "median", "r² of the fit over live instances"],
    [
        "fuel",
        "fuel",
        "exact",
        "gated",
        "median",
        "operators Wasmtime would charge",
        { fraction: 0.005, absolute: 0 },
    ],
    [
        "pages",
        "pages",
        "exact",
        "gated",
        "median",
        "linear-memory pages after the workload",
        NO_GROWTH,
    ],
    [
        "pages_per_call",
        "pages",
        "exact",
        "gated",
        "median",
        "linear-memory pages that every further call adds",
        LEAK_GROWTH,
    ],
    [
        "fuel_growth",
        "fuel",
        "exact",
        "informational",
        "median",
        "fuel that every call takes more than the one before",
        LEAK_GROWTH,
    ],
    ["size_raw", "bytes", "exact", "gated", "median", "module bytes", BYTES_GROWTH],
    [
        "size_gzip",
        "bytes",
        "exact",
        "informational",
        "median",
        "module bytes after gzip -9",
        BYTES_GROWTH,
    ],
    [
        "size_brotli",
        "bytes",
        "exact",
        "informational",
        "median",
        "module bytes after brotli -11",
        BYTES_GROWTH,
    ],
    ["size_type", "bytes", "exact", "informational", "median", "type section", BYTES_GROWTH],
    ["size_import", "bytes", "exact", "informational", "median", "import section", BYTES_GROWTH],
    ["size_function", "bytes", "exact", "informational", "median", "function section", BYTES_GROWTH],
    ["size_table", "bytes", "exact", "informational", "median", "table section", BYTES_GROWTH],
    ["size_memory", "bytes", "exact", "informational", "median", "memory section", BYTES_GROWTH],
    ["size_tag", "bytes", "exact", "informational", "median", "tag section", BYTES_GROWTH],
    ["size_global", "bytes", "exact", "informational", "median", "global section", BYTES_GROWTH],
    ["size_export", "bytes", "exact", "informational", "median", "export section", BYTES_GROWTH],
    ["size_start", "bytes", "exact", "informational", "median", "start section", BYTES_GROWTH],
    ["size_element", "bytes", "exact", "informational", "median", "element section", BYTES_GROWTH],
    [
        "size_data_count",
        "bytes",
        "exact",
        "informational",
        "median",
        "data count section",
        BYTES_GROWTH,
    ],
    ["size_code", "bytes", "exact", "informational", "median", "code section", BYTES_GROWTH],
    ["size_data", "bytes", "exact", "informational", "median", "data section", BYTES_GROWTH],
    ["size_custom", "bytes", "exact", "informational", "median", "all custom sections", BYTES_GROWTH],
    [
        "size_component",
        "bytes",
        "exact",
        "informational",
        "median",
        "outside core modules",
        BYTES_GROWTH,
    ],
    ["size_custom_<section>", "bytes", "exact", "informational", "median", "that custom section"],
    ["imports", "count", "exact", "informational", "median", "imports of the module", NO_GROWTH],
    ["exports", "count", "exact", "informational", "median", "exports of the module", NO_GROWTH],
    [
        "imported_bytes",
        "bytes",
        "noisy",
        "gated",
        "median",
        "size another tool reported",
        BYTES_GROWTH,
    ],
    [
        "imported_allocated",
        "bytes",
        "noisy",
        "gated",
        "median",
        "bytes of one operation another tool reported",
        { fraction: 0.01, absolute: 0 },
    ],
    [
        "imported_count",
        "count",
        "noisy",
        "gated",
        "median",
        "count another tool reported",
        COUNT_GROWTH,
    ],
    [
        "imported_score",
        "count",
        "exact",
        "gated",
        "median",
        "score another tool reported: more is better",
        COUNT_GROWTH,
    ],
    ["imported_ratio", "ratio", "noisy", "informational", "median", "ratio another tool reported"],
    ["fill_bulk_1mib", "ns", "noisy", "informational", "p25", "1 MiB filled by memory.fill"],
    ["fill_bulk_64kib", "ns", "noisy", "informational", "p25", "64 KiB filled by memory.fill"],
    ["fill_bytes_1mib", "ns", "noisy", "informational", "p25", "1 MiB filled byte by byte"],
    [
        "roundtrip_<export>",
        "ns",
        "noisy",
        "informational",
        "p25",
        "trap of that export: raised, caught, categorised",
    ],
];

;// CONCATENATED MODULE: ./lib/model/metric.js

/** Metrics a benchmark can be about: gated and shown first. The imported ones come from other tools only. */
const PRIMARY_METRICS = (/* unused pure expression or super */ null && ([
    "time",
    "resident_bytes",
    "fuel",
    "size_raw",
    "imported_bytes",
    "imported_allocated",
    "imported_count",
    "imported_score",
    "imported_ratio",
]));
const TABLE = ROWS;
/** Every metric by its name in the table; a family stands once, under its name with `<…>`. */
const METRICS = new Map(TABLE.map(([name, unit, assumption, role, reduction, description, allowance = null]) => [
    name,
    { name, unit, assumption, role, reduction, description, allowance },
]));
/** Names of the table, in its order. */
const METRIC_NAMES = TABLE.map(([name]) => name);
/** The metrics that can be compared to the last digit, in the order of the table. */
const EXACT_METRICS = METRIC_NAMES.filter(isExactMetricName);
/** What the names of single custom sections begin with. */
const CUSTOM_SIZE = "size_custom_";
/** What the names of each family begin with, and its name in the table. */
const FAMILIES = [
    ["roundtrip_", "roundtrip_<export>"],
    [CUSTOM_SIZE, `${CUSTOM_SIZE}<section>`],
];
function find(name) {
    const family = FAMILIES.find(([prefix]) => name.startsWith(prefix) && name !== prefix);
    return METRICS.get(family?.[1] ?? name);
}
/**
 * Whether a text names a metric.
 *
 * @param name - any text
 * @returns true for a name of the table and for members of its family
 */
function isMetricName(name) {
    return find(name) !== undefined;
}
/**
 * Whether a metric can be compared to the last digit.
 *
 * @param name - any text
 * @returns true for a name of the table that has an allowance
 */
function isExactMetricName(name) {
    return METRICS.get(name)?.allowance != null;
}
/**
 * Whether more of a metric is better: of a score another tool gave, and of nothing else.
 *
 * @param name - metric name
 * @returns true when a smaller value is the worse one
 */
function isMoreBetter(name) {
    return name === "imported_score";
}
/**
 * Looks a metric up.
 *
 * @param name - metric name
 * @returns the metric; one of a family under its own name
 * @throws RangeError for a name that is none: what is read from outside must have been checked
 */
function metricOf(name) {
    const found = find(name);
    if (found === undefined)
        throw new RangeError(`no metric has the name ${JSON.stringify(name)}`);
    return found.name === name ? found : { ...found, name };
}
/**
 * The place of a metric in reports.
 *
 * @param name - metric name
 * @returns index of its row in the table, from 0; members of a family share one
 */
function metricRank(name) {
    return METRIC_NAMES.indexOf(find(name)?.name ?? name);
}
/**
 * Values by metric as pairs.
 *
 * @param values - values by metric, and nothing else
 * @returns name and value, in the order of the keys
 */
function metricEntries(values) {
    return Object.entries(values);
}
/**
 * Makes something for every metric that can be compared to the last digit.
 *
 * @param make - called once a name, in the order of the table
 * @returns what was made, by name
 */
function byExactMetric(make) {
    const made = EXACT_METRICS.map((name) => [name, make(name)]);
    return Object.fromEntries(made);
}
/** Allowances where nothing is configured: those of the gated metrics. */
const DEFAULT_ALLOWANCES = Object.fromEntries(EXACT_METRICS.map(metricOf)
    .filter(({ role }) => role === "gated")
    .map(({ name, allowance }) => [name, allowance]));

;// CONCATENATED MODULE: ./lib/stats/random.js
const WARM_UP_DRAWS = 16;
const TWO_TO_32 = 4_294_967_296;
/** Mixes a text and a salt into 32 bits: one multiply-and-rotate step per UTF-16 unit, then an avalanche. */
function hashText(text, salt) {
    let hash = (0x9e3779b9 ^ Math.imul(salt + 1, 0x85ebca6b)) >>> 0;
    for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0xcc9e2d51);
        hash = (hash << 13) | (hash >>> 19);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    return (hash ^ (hash >>> 16)) | 0;
}
/**
 * Creates a generator that always gives the same numbers for the same seed (sfc32).
 *
 * @param seed - any text, for example a commit SHA with the attempt number
 * @returns generator of numbers in [0, 1) with 32 random bits each
 * @see PractRand, "sfc" (small fast counting) generators
 */
function createRandom(seed) {
    let a = hashText(seed, 0);
    let b = hashText(seed, 1);
    let c = hashText(seed, 2);
    let counter = 1;
    const next = () => {
        const sum = (((a + b) | 0) + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + sum) | 0;
        return (sum >>> 0) / TWO_TO_32;
    };
    for (let draw = 0; draw < WARM_UP_DRAWS; draw++) {
        next();
    }
    return next;
}
/**
 * Draws a whole number, every one equally likely.
 *
 * @param limit - first number that is not drawn; a positive integer
 * @param random - generator to draw from
 * @returns integer from 0 to `limit` − 1
 */
function drawInteger(limit, random) {
    return Math.floor(random() * limit);
}
/**
 * Brings items into a random order, every order equally likely (Fisher–Yates).
 *
 * @param items - items to order; not modified
 * @param random - generator to draw from
 * @returns new array with the same items
 */
function shuffle(items, random) {
    const pool = [...items];
    const ordered = [];
    while (pool.length > 0) {
        const index = drawInteger(pool.length, random);
        ordered.push(...pool.splice(index, 1));
    }
    return ordered;
}

// EXTERNAL MODULE: ./lib/suites/batches.js
var suites_batches = __nccwpck_require__(6485);
// EXTERNAL MODULE: ./lib/suites/catalog/native-support.js
var native_support = __nccwpck_require__(6064);
// EXTERNAL MODULE: ./lib/suites/errors.js
var suites_errors = __nccwpck_require__(8858);
// EXTERNAL MODULE: ./lib/wasm/component/names.js
var names = __nccwpck_require__(5812);
// EXTERNAL MODULE: ./lib/suites/guest.js
var suites_guest = __nccwpck_require__(6357);
// EXTERNAL MODULE: ./lib/suites/leaving-operation.js
var leaving_operation = __nccwpck_require__(6101);
// EXTERNAL MODULE: ./lib/suites/native-call.js
var native_call = __nccwpck_require__(6995);
// EXTERNAL MODULE: ./lib/suites/native-guest.js
var native_guest = __nccwpck_require__(5923);
;// CONCATENATED MODULE: ./lib/suites/native-program.js
/** The one function of a component that does nothing. */
const NOTHING = "nothing";

;// CONCATENATED MODULE: ./lib/suites/native-crossing.js



/** Calls of one block, and blocks: the fastest counts, as the least disturbed. */
const CALLS = 500;
const BLOCKS = 20;
/**
 * Measures what crossing into a component on a native engine costs, whatever is called: a call of a function that takes and
 * returns nothing, and does nothing.
 *
 * @param request - a component with its engine, and the probe
 * @returns ns a call
 */
async function measureCrossing({ payload, probe: { now }, }) {
    const engine = await (0,open_native/* sharedNativeEngine */.Hl)((0,native_guest/* engineOf */.ky)(payload), { fuel: false });
    const module = engine.compileNothing();
    const instance = module.instantiate({ imports: {}, wasi: null });
    const drive = instance.repeat(NOTHING, []);
    const times = Array.from({ length: BLOCKS }, () => {
        const start = now();
        drive(CALLS);
        return (now() - start) / CALLS;
    });
    instance.drop();
    module.release();
    return Math.min(...times);
}

// EXTERNAL MODULE: ./lib/suites/natives.js
var natives = __nccwpck_require__(8305);
// EXTERNAL MODULE: ./lib/suites/placed-arguments.js
var placed_arguments = __nccwpck_require__(7425);
// EXTERNAL MODULE: ./lib/suites/settle-call.js
var settle_call = __nccwpck_require__(9523);
// EXTERNAL MODULE: ./lib/wasm/unique.js
var unique = __nccwpck_require__(9809);
;// CONCATENATED MODULE: ./lib/suites/transpiled/core-clock.js
/**
 * Makes a clock for the core modules of a component.
 *
 * @param now - monotonic clock in ns
 * @returns the clock, at 0
 */
function createCoreClock(now) {
    let isInside = false;
    let since = 0;
    let ns = 0;
    let stretches = 0;
    const start = () => {
        isInside = true;
        since = now();
    };
    const stop = () => {
        ns += now() - since;
        isInside = false;
        stretches += 1;
    };
    return {
        entering: (inside) => (...args) => {
            if (isInside)
                return inside(...args);
            start();
            try {
                return inside(...args);
            }
            finally {
                stop();
            }
        },
        leaving: (outside) => (...args) => {
            if (!isInside)
                return outside(...args);
            stop();
            try {
                return outside(...args);
            }
            finally {
                start();
            }
        },
        read: () => ({ ns, stretches }),
    };
}

// EXTERNAL MODULE: ./lib/suites/transpiled/load-transpiled.js
var load_transpiled = __nccwpck_require__(6925);
;// CONCATENATED MODULE: ./lib/suites/transpiled/boundary-share.js



/** Pairs of blocks, the call as it is and with its core modules timed: the fastest of each count, as the least disturbed. */
const PAIRS = 9;
/** Fewest pairs, of calls that take long. */
const LEAST_PAIRS = 2;
/** How long a block is, in ns; a longer call is made once a block. */
const BLOCK_NS = 1e6;
/** How long all blocks of one kind may take, in ns. */
const BUDGET_NS = 50e6;
/** Calls before the first block, so that both ways are compiled, within the time of some blocks. */
const boundary_share_WARM_CALLS = 2_000;
const WARM_NS = 10e6;
/**
 * Measures how much of a call's time a component spends outside its core modules: lowering arguments, lifting results,
 * and in its host. A second instance, whose core modules are timed from within, is called in turn with the measured one;
 * reading the clock is taken off.
 *
 * @param request - component and probe; its nonce must be no other copy's
 * @param call - the call
 * @param plain - the same call of an instance nothing is added to
 * @returns a share from 0 to 1
 * @throws whatever the guest throws
 */
async function measureBoundary({ payload, nonce, probe: { now } }, call, plain) {
    const clock = createCoreClock(now);
    const host = await (0,load_transpiled/* loadComponentHost */.uD)(payload);
    const modules = new Map(host.transpiled.modules.map(({ name, bytes }) => [
        name,
        new WebAssembly.Module((0,unique/* rewriteNonce */.Iq)((0,unique/* prepareUnique */.TQ)(bytes), nonce)),
    ]));
    const instantiate = await (0,load_transpiled/* loadCopy */.W4)(host, nonce);
    const target = instantiate(timedEngine(modules, clock)).find(call.export);
    const timed = () => target(...call.args);
    const pass = (run, times) => {
        const start = now();
        for (let made = 0; made < times; made += 1)
            run();
        return (now() - start) / times;
    };
    for (const run of [plain, timed]) {
        const end = now() + WARM_NS;
        for (let made = 0; made < boundary_share_WARM_CALLS && now() < end; made += 1)
            run();
    }
    const reading = readingNs(now);
    const callNs = Math.max(1, pass(plain, 1));
    const calls = Math.max(1, Math.floor(BLOCK_NS / callNs));
    const pairs = Math.min(PAIRS, Math.max(LEAST_PAIRS, Math.floor(BUDGET_NS / callNs)));
    let whole = Number.POSITIVE_INFINITY;
    let inside = Number.POSITIVE_INFINITY;
    for (let pair = 0; pair < pairs; pair += 1) {
        whole = Math.min(whole, pass(plain, calls));
        const before = clock.read();
        pass(timed, calls);
        const { ns, stretches } = clock.read();
        inside = Math.min(inside, (ns - before.ns - (stretches - before.stretches) * reading) / calls);
    }
    return Math.min(1, Math.max(0, 1 - inside / whole));
}
/** What a stretch of nothing takes. */
function readingNs(now) {
    const clock = createCoreClock(now);
    const nothing = clock.entering(() => 0);
    const readings = Array.from({ length: PAIRS }, () => {
        const before = clock.read();
        for (let made = 0; made < boundary_share_WARM_CALLS; made += 1)
            nothing();
        return (clock.read().ns - before.ns) / boundary_share_WARM_CALLS;
    });
    return Math.min(...readings);
}
/** Core modules call one another as they do elsewhere: only what JavaScript sees of them is timed. */
function timedEngine(modules, clock) {
    const own = new Map();
    const entering = (item) => {
        if (typeof item !== "function")
            return item;
        const timed = clock.entering(item);
        own.set(timed, item);
        return timed;
    };
    const given = (item) => {
        const inside = own.get(item);
        if (inside !== undefined)
            return inside;
        return typeof item === "function" ? clock.leaving(item) : item;
    };
    return {
        moduleOf: (name) => (0,load_transpiled/* requireModule */.S8)(modules, name),
        instantiate: (module, imports) => {
            const scopes = Object.entries(imports).map(([name, scope]) => [
                name,
                mapValues(scope, given),
            ]);
            const { exports } = new WebAssembly.Instance(module, Object.fromEntries(scopes));
            return { exports: mapValues(exports, entering) };
        },
    };
}
function mapValues(scope, change) {
    return Object.fromEntries(Object.entries(scope).map(([name, item]) => [name, change(item)]));
}

;// CONCATENATED MODULE: ./lib/suites/procedures/call.js













/**
 * One export called again and again on one live instance; a WASI command gets a new instance for every run.
 *
 * @param procedure - the call, its extras and how many guest operations a call makes
 * @param request - component, nonce and probe
 * @returns the copy
 */
async function prepareCall(procedure, request) {
    const factory = await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce);
    if (procedure.call.export === "_start")
        return prepareCommand(procedure, factory, request);
    if (runsOnce(request.payload, procedure.call))
        return prepareRun(procedure, factory, request);
    const guest = factory.create();
    // Whether glue's call must be awaited, only its first answer tells; that is checked here.
    const isGlue = request.payload.glue !== null;
    if (isGlue && (await (0,settle_call/* settleCall */.mT)(guest, procedure.call)).isAwaited)
        return prepareAwaited(procedure, guest, request.nonce);
    let isFirst = isGlue;
    const { nonce, payload, batches = (0,suites_batches/* createBatches */.J)() } = request;
    const copy = { nonce, side: payload.side, batches };
    const primary = timedCall({ metric: "time", call: procedure.call, operations: procedure.operations }, guest, copy);
    const extras = procedure.extras.map((extra, index) => timedCall(extra, guest, { ...copy, nonce: request.nonce * 100 + index }));
    return {
        operations: [primary, ...extras],
        verify: () => {
            if (!isFirst)
                (0,suites_guest/* verifyCall */.qc)(guest, procedure.call);
            isFirst = false;
            for (const extra of procedure.extras)
                (0,suites_guest/* verifyCall */.qc)(guest, extra.call);
        },
        ...boundaryOf(procedure.call, guest, request),
    };
}
function prepareAwaited({ call, operations }, guest, nonce) {
    const begin = (0,trampoline/* createCaller */.u)(guest.find(call.export), call.args, nonce);
    return {
        operations: [
            {
                kind: "awaited",
                metric: "time",
                operations,
                begin: begin,
            },
        ],
        verify: async () => {
            await (0,settle_call/* settleCall */.mT)(guest, call);
        },
    };
}
/** Of a component, after everything that is timed; its copy has a number that none of the others has. */
function boundaryOf(call, guest, request) {
    if (request.payload.transpiled === undefined)
        return {};
    if (request.payload.engine !== undefined)
        return { finish: async () => ({ boundary_cost: await measureCrossing(request) }) };
    const nonce = request.nonce + NONCES_OF_COPIES;
    const plain = (0,trampoline/* createCaller */.u)(guest.find(call.export), call.args, nonce);
    return {
        finish: async () => {
            try {
                return { boundary_share: await measureBoundary({ ...request, nonce }, call, plain) };
            }
            catch {
                // It stands beside what was measured: a guest that takes no more calls has none.
                return {};
            }
        },
    };
}
/** What crossing into the guest costs: never looped inside of it. */
const BOUNDARY = "boundary_cost";
/** More copies than a process ever makes. */
const NONCES_OF_COPIES = 1_000_000_000;
/**
 * The host-language reference alone, without any guest.
 *
 * @param procedure - the function and its arguments
 * @param request - only the nonce is used
 * @returns the copy
 */
async function prepareNative(procedure, request) {
    const { native, operations } = procedure;
    const target = await (0,natives/* createNative */.q)(native, request.nonce);
    return {
        operations: [
            {
                kind: "timed",
                metric: "time",
                operations,
                run: (0,trampoline/* createCaller */.u)(target, native.args, request.nonce),
            },
        ],
        verify: () => { },
    };
}
/**
 * A call whose import suspends the guest; the loop is inside the guest, so one observation is one awaited call.
 *
 * @param procedure - the call and how many suspensions it makes
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError when the engine has no JavaScript Promise Integration
 */
async function prepareAsyncCall(procedure, request) {
    const promising = WebAssembly.promising;
    if (promising === undefined)
        throw new suites_errors/* HostError */.dh("this engine has no JavaScript Promise Integration");
    const { call, operations } = procedure;
    const guest = (await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce)).create();
    const suspended = promising(guest.instance?.exports[call.export]);
    const observe = async () => {
        const start = (0,clocks/* startClocks */.a0)();
        const result = await suspended(...call.args);
        const elapsed = (0,clocks/* stopClocks */.kw)(start);
        (0,suites_guest/* checkResult */.iJ)(call, result);
        return elapsed;
    };
    return {
        operations: [{ kind: "observed", metric: "time", operations, observe }],
        verify: async () => {
            await observe();
        },
    };
}
function timedCall({ metric, call, operations }, guest, copy) {
    const { native } = guest;
    if (native === undefined || metric === BOUNDARY)
        return { kind: "timed", metric, operations, run: (0,native_call/* createGuestCaller */.K)(guest, call, copy.nonce) };
    const { args } = (0,placed_arguments/* argumentsOf */.aX)(guest, call);
    const { run, times } = (0,native_call/* repeatedCall */.v)({ native, name: call.export, args, metric, side: copy.side }, copy.batches);
    return {
        kind: "timed",
        metric,
        get operations() {
            return operations * times();
        },
        run,
    };
}
/** `wasi:cli/run` is called once in the life of an instance, like `_start`. */
function runsOnce({ transpiled }, call) {
    const found = transpiled === undefined ? null : (0,names/* findWitExport */.kn)(transpiled.world, call.export);
    return found !== null && "item" in found && (0,names/* isCommand */.y9)(found.item.name);
}
/** A component's command, timed with its instantiation. */
function prepareRun({ call, operations }, { create }, copy) {
    if (copy.payload.engine !== undefined) {
        const runLeft = (leave) => {
            const guest = create();
            leave(guest);
            return (0,suites_guest/* callOnce */.qO)(guest, call);
        };
        const work = { metric: "time", operations, run: runLeft, copy };
        return {
            operations: [(0,leaving_operation/* leavingOperation */.q)(work)],
            verify: () => {
                (0,leaving_operation/* dropAfter */.O)(runLeft);
            },
        };
    }
    const run = () => (0,suites_guest/* callOnce */.qO)(create(), call);
    return {
        operations: [{ kind: "timed", metric: "time", operations, run }],
        verify: () => {
            run();
        },
    };
}
/** A command that marks its own measured part is observed; any other is timed with its instantiation. */
function prepareCommand({ call, operations }, factory, copy) {
    const runCommand = (leave) => {
        const guest = factory.create();
        leave(guest);
        if (guest.session?.start)
            (0,suites_guest/* callOnce */.qO)(guest, call);
        else
            guest.find(call.export)();
        return guest;
    };
    const operation = importsOf(factory).has("bench")
        ? {
            kind: "observed",
            metric: "time",
            operations,
            observe: () => (0,leaving_operation/* dropAfter */.O)((leave) => markedTime(runCommand(leave))),
        }
        : (0,leaving_operation/* leavingOperation */.q)({
            metric: "time",
            operations,
            run: runCommand,
            copy,
        });
    return {
        operations: [operation],
        isVerifiedByRun: true,
        verify: () => {
            (0,leaving_operation/* dropAfter */.O)(runCommand);
        },
    };
}
function importsOf({ module, importsFrom }) {
    if (importsFrom !== undefined)
        return importsFrom;
    if (module === null)
        throw new suites_errors/* HostError */.dh("a glue module has no `_start`");
    return new Set(WebAssembly.Module.imports(module).map(({ module: name }) => name));
}
function markedTime({ session }) {
    const elapsed = session?.marked() ?? null;
    if (elapsed === null)
        throw new suites_errors/* HostError */.dh("the guest did not call bench.start and then bench.end");
    return elapsed;
}

;// CONCATENATED MODULE: ./lib/suites/procedures/cleanup.js




/** Instances dropped at once to see what a collection takes and gives back. */
const RECLAIMED_INSTANCES = 20;
/**
 * The synchronous part a host pays to let go of an instance: it is entered into the host's table and let go again.
 *
 * V8 has no store to drop; what frees the memory is a later collection, reported beside it as `reclaim` and `returned_bytes`.
 *
 * @param procedure - what happened before: a call that succeeded, or one that trapped
 * @param request - component, nonce and probe
 * @returns the copy
 */
async function prepareCleanup(procedure, request) {
    const factory = await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce);
    const { after, call } = procedure;
    const outcomeOf = async (called) => (await (after === "trap" ? settle_call/* settleTrap */.ti : settle_call/* settleCall */.mT)(called, call)).outcome;
    if (request.payload.engine !== undefined) {
        const outcomeNow = (called) => after === "trap" ? (0,suites_guest/* catchTrap */.fG)(called, call) : (0,suites_guest/* callOnce */.qO)(called, call);
        return dropCopy(factory, outcomeNow, request);
    }
    const guest = factory.create();
    const outcome = await outcomeOf(guest);
    const table = new Map();
    const enter = (key) => {
        table.set(key, { guest, outcome });
    };
    const letGo = (key) => {
        const handle = table.get(key);
        if (handle === undefined)
            return;
        handle.guest = null;
        handle.outcome = null;
        table.delete(key);
    };
    const body = "last = (last + 1) | 0; enter(last); letGo(last); return last;";
    return {
        operations: [
            {
                kind: "timed",
                metric: "time",
                operations: 1,
                run: (0,trampoline/* createTrampoline */.s)(body, { enter, letGo }, request.nonce),
            },
        ],
        verify: async () => {
            await outcomeOf(factory.create());
        },
        finish: () => measureReclaim(async () => {
            const created = factory.create();
            return { guest: created, outcome: await outcomeOf(created) };
        }, request),
    };
}
/** On a native engine a host deletes the store: some are made first, and their deletion alone is timed. */
function dropCopy({ create }, outcomeOf, { probe }) {
    const makeOne = () => {
        const guest = create();
        outcomeOf(guest);
        return guest;
    };
    const makeAll = () => Array.from({ length: RECLAIMED_INSTANCES }, makeOne);
    const observe = () => {
        const guests = makeAll();
        const start = (0,clocks/* startClocks */.a0)();
        for (const guest of guests)
            guest.drop?.();
        return (0,clocks/* stopClocks */.kw)(start);
    };
    return {
        operations: [{ kind: "observed", metric: "time", operations: RECLAIMED_INSTANCES, observe }],
        verify: () => {
            for (const guest of makeAll())
                guest.drop?.();
        },
        finish: () => {
            const guests = makeAll();
            const before = probe.privateBytes();
            for (const guest of guests)
                guest.drop?.();
            return { returned_bytes: before - probe.privateBytes() };
        },
    };
}
async function measureReclaim(create, { probe }) {
    let live = [];
    for (let made = 0; made < RECLAIMED_INSTANCES; made += 1)
        live.push(await create());
    const before = probe.privateBytes();
    for (const handle of live)
        handle.guest = null;
    live = null;
    const reclaim = probe.collect();
    return { reclaim, returned_bytes: before - probe.privateBytes() };
}

// EXTERNAL MODULE: ./lib/suites/procedures/crash.js
var crash = __nccwpck_require__(9043);
;// CONCATENATED MODULE: ./lib/stats/descriptive.js
/**
 * Sorts numbers upwards.
 *
 * @param values - numbers in any order; not modified
 * @returns new array, smallest first
 */
function sortAscending(values) {
    return [...Float64Array.from(values).sort()];
}
/**
 * The value below which a given share of the sample lies (type 7: linear between order statistics).
 *
 * @param values - sample in any order; at least 1 value; not modified
 * @param probability - share from 0 to 1; 0.25 gives the 25th percentile
 * @returns quantile in the unit of the values
 * @throws RangeError when the sample is empty or the share lies outside 0 to 1
 * @see Hyndman and Fan (1996), Sample quantiles in statistical packages
 */
function quantile(values, probability) {
    if (!(probability >= 0 && probability <= 1)) {
        throw new RangeError(`quantile: probability ${probability} is not between 0 and 1`);
    }
    return quantileOfSorted(Float64Array.from(values).sort(), probability);
}
function quantileOfSorted(sorted, probability) {
    const position = (sorted.length - 1) * probability;
    const below = sorted[Math.floor(position)];
    const above = sorted[Math.ceil(position)];
    if (below === undefined || above === undefined) {
        throw new RangeError("quantile: the sample is empty");
    }
    return below + (position - Math.floor(position)) * (above - below);
}
/**
 * The middle of a sample; of an even number of values the mean of the two in the middle.
 *
 * @param values - sample in any order; at least 1 value; not modified
 * @returns median in the unit of the values
 * @throws RangeError when the sample is empty
 */
function median(values) {
    return quantile(values, 0.5);
}
/**
 * The middle of a sample that is sorted already.
 *
 * @param sorted - sample, smallest first; at least 1 value
 * @returns median in the unit of the values
 * @throws RangeError when the sample is empty
 */
function medianOfSorted(sorted) {
    return quantileOfSorted(sorted, 0.5);
}
/**
 * The arithmetic mean.
 *
 * @param values - sample; at least 1 value
 * @returns mean in the unit of the values
 * @throws RangeError when the sample is empty
 */
function mean(values) {
    if (values.length === 0) {
        throw new RangeError("mean: the sample is empty");
    }
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/**
 * The sample variance, with n − 1 below the line.
 *
 * @param values - sample; fewer than 2 values have no variance of their own
 * @returns variance in the squared unit of the values; 0 for fewer than 2 values
 */
function variance(values) {
    if (values.length < 2) {
        return 0;
    }
    const center = mean(values);
    const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
    return squares / (values.length - 1);
}
/**
 * The sample standard deviation, with n − 1 below the line.
 *
 * @param values - sample
 * @returns standard deviation in the unit of the values; 0 for fewer than 2 values
 */
function standardDeviation(values) {
    return Math.sqrt(variance(values));
}
/**
 * Pulls the outermost values in: the `count` smallest become the next larger one, and likewise at the top.
 *
 * @param values - sample in any order; not modified
 * @param count - values replaced at each end; less than half the sample
 * @returns sorted sample of the same length
 * @throws RangeError when no value would be left in the middle
 */
function winsorize(values, count) {
    const sorted = sortAscending(values);
    const low = sorted[count];
    const high = sorted[sorted.length - 1 - count];
    if (low === undefined || high === undefined || 2 * count >= sorted.length) {
        throw new RangeError(`winsorize: ${count} at each end of ${sorted.length} leaves nothing`);
    }
    return sorted.map((value) => Math.min(Math.max(value, low), high));
}

;// CONCATENATED MODULE: ./lib/suites/procedures/instantiation.js





/** Loads behind the time per KiB, which is for information: fewer where they take longer than this together. */
const LOADS_FOR_SLOPE = 5;
const SLOPE_NS = 50e6;
/**
 * A new instance of a module that is compiled already, and its first call.
 *
 * @param procedure - the call, or null to instantiate only
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for glue, whose copies start in isolates
 */
async function prepareWarmStart(procedure, request) {
    const { create, recompile } = await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce);
    if (recompile === null)
        throw new suites_errors/* HostError */.dh("copies of glue are started in isolates");
    return {
        operations: [
            (0,leaving_operation/* leavingOperation */.q)({
                metric: "time",
                operations: 1,
                run: (leave) => startOnce(create, procedure.call, { make: suites_guest/* callTimed */.sJ, leave }),
                copy: request,
            }),
        ],
        isVerifiedByRun: true,
        verify: () => {
            (0,leaving_operation/* dropAfter */.O)((leave) => startOnce(create, procedure.call, { make: suites_guest/* callOnce */.qO, leave }));
        },
    };
}
/**
 * Compile, instantiate and first call of bytes made unique for every observation, so that V8 cannot reuse code.
 *
 * @param procedure - the call, or null
 * @param request - component, nonce and probe
 * @returns the copy; `compile` is an extra metric, `slope_per_kib` the time of a few loads over the size
 * @throws HostError for glue, whose copies start in isolates
 */
async function prepareLoad(procedure, request) {
    const { recompile } = await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce);
    if (recompile === null)
        throw new suites_errors/* HostError */.dh("copies of glue are loaded in isolates");
    let serial = request.nonce * 1_000_000;
    const compile = (leave) => {
        serial += 1;
        const made = recompile(serial);
        leave(made);
        return made;
    };
    const load = (leave) => startOnce(compile(leave), procedure.call, { make: suites_guest/* callTimed */.sJ, leave });
    const shared = { operations: 1, copy: request };
    return {
        operations: [
            (0,leaving_operation/* leavingOperation */.q)({ ...shared, metric: "time", run: load }),
            (0,leaving_operation/* leavingOperation */.q)({ ...shared, metric: "compile", run: compile }),
        ],
        isVerifiedByRun: true,
        verify: () => {
            (0,leaving_operation/* dropAfter */.O)((leave) => startOnce(compile(leave), procedure.call, { make: suites_guest/* callOnce */.qO, leave }));
        },
        finish: () => {
            const loadNs = timeLoads(load, request.probe);
            return { slope_per_kib: loadNs / (request.payload.bytes.length / 1024) };
        },
    };
}
/** Median time of a few loads, in ns. */
function timeLoads(load, { now }) {
    const times = [];
    const from = now();
    do {
        times.push((0,leaving_operation/* dropAfter */.O)((leave) => {
            const start = now();
            load(leave);
            return now() - start;
        }));
    } while (times.length < LOADS_FOR_SLOPE && now() - from < SLOPE_NS);
    return median(times);
}
/**
 * A number of instances created, called and dropped one after the other.
 *
 * @param procedure - how many, and the call
 * @param request - component, nonce and probe
 * @returns the copy; `growth_bytes` is what stays resident after a collection
 * @throws HostError for glue, whose copies start in isolates
 */
async function prepareSequence(procedure, request) {
    const { create, recompile } = await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce);
    if (recompile === null)
        throw new suites_errors/* HostError */.dh("copies of glue are made in isolates");
    const { probe, nonce } = request;
    const runBy = (make) => {
        for (let i = 0; i < procedure.instances; i += 1)
            (0,leaving_operation/* dropAfter */.O)((leave) => startOnce(create, procedure.call, { make, leave }));
    };
    const run = () => runBy(suites_guest/* callTimed */.sJ);
    return {
        operations: [
            {
                kind: "timed",
                metric: "time",
                operations: procedure.instances,
                run: (0,trampoline/* createTrampoline */.s)("return last = run();", { run }, nonce),
            },
        ],
        verify: () => runBy(suites_guest/* callOnce */.qO),
        finish: () => {
            const before = probe.privateBytes();
            run();
            return { growth_bytes: probe.privateBytes() - before };
        },
    };
}
/** What a call must leave in memory is looked at where it is verified, and not where it is timed. */
function startOnce(create, call, { make, leave }) {
    const guest = create();
    leave(guest);
    return call === null ? guest : make(guest, call);
}

// EXTERNAL MODULE: ./lib/suites/procedures/memory-limit.js
var memory_limit = __nccwpck_require__(7699);
;// CONCATENATED MODULE: ./lib/stats/least-squares.js

/**
 * Fits a line by least squares.
 *
 * @param xs - positions, at least 2 different ones
 * @param ys - values, one for each position
 * @returns slope, intercept and r²
 * @throws RangeError when the numbers of xs and ys differ or all xs are equal
 */
function fitLine(xs, ys) {
    if (xs.length !== ys.length || new Set(xs).size < 2) {
        throw new RangeError("fitLine: needs as many ys as xs, at two different xs or more");
    }
    const meanX = mean(xs);
    const meanY = mean(ys);
    const points = xs.map((x, index) => ({ dx: x - meanX, dy: (ys[index] ?? 0) - meanY }));
    const sumXX = points.reduce((sum, { dx }) => sum + dx * dx, 0);
    const sumXY = points.reduce((sum, { dx, dy }) => sum + dx * dy, 0);
    const sumYY = points.reduce((sum, { dy }) => sum + dy * dy, 0);
    const slope = sumXY / sumXX;
    return {
        slope,
        intercept: meanY - slope * meanX,
        r2: sumYY === 0 ? 1 : sumXY ** 2 / (sumXX * sumYY),
    };
}

// EXTERNAL MODULE: ./lib/suites/glue-copies.js
var glue_copies = __nccwpck_require__(336);
// EXTERNAL MODULE: ./lib/suites/wrapped/copy-records.js
var copy_records = __nccwpck_require__(605);
// EXTERNAL MODULE: ./lib/suites/wrapped/unique-modules.js
var unique_modules = __nccwpck_require__(1336);
;// CONCATENATED MODULE: ./lib/suites/procedures/residency.js









const PAGE_BYTES = 65_536;
/** Smallest page of the operating systems this runs on. */
const OS_PAGE_BYTES = 4096;
/** An instance made and dropped before the first reading, so that one-time costs are paid. */
const WARM_INSTANCES = 3;
/**
 * Private bytes per live instance: untouched, with every page written, and with a module of its own.
 *
 * Run in a process that does nothing else. Each value is the least-squares slope over the live-instance counts.
 *
 * @param procedure - counts of live instances, ascending
 * @param request - component, nonce and probe
 * @returns slopes in bytes per instance, their r², declared pages
 */
async function observeFootprint(procedure, request) {
    return withMaker(request, (create) => measureFootprint(procedure, request, create));
}
async function measureFootprint(procedure, request, create) {
    await residency_warm(create, null);
    const live = [];
    const untouched = await fitOver(procedure.instances, request, async (count) => {
        while (live.length < count)
            live.push(await create());
    });
    let touched = 0;
    const touching = await fitOver(procedure.instances, request, async (count) => {
        for (; touched < count; touched += 1)
            touch(live[touched]);
    });
    const declared = declaredBytes(live[0]);
    const resident = untouched.slope + touching.slope;
    const modules = await measureOwnModules(request);
    return {
        resident_bytes: [resident],
        untouched_bytes: [untouched.slope],
        overhead_bytes: [resident - declared],
        module_bytes: [modules],
        pages: [declared / PAGE_BYTES],
        fit_r2: [touching.r2],
        live: [live.length],
    };
}
/** Readings whose fit says anything. */
const LEAST_FIT = 3;
/** Batches of live instances behind one reading: a single instance is smaller than the noise of the heap. */
const BATCHES = [
    [1, 10],
    [10, 3],
    [50, 1],
];
/**
 * Private bytes and creation time of a number of live instances, every page written and one call made in each.
 *
 * Small numbers are made several times over, all kept alive: the value is the median of the batches.
 *
 * @param procedure - counts of live instances, ascending; the last one is the case's
 * @param request - component, nonce and probe
 * @returns bytes per instance, r² over the readings, and the creation time of each instance in ns
 */
async function observeScaling(procedure, request) {
    return withMaker(request, (create) => measureScaling(procedure, request, create));
}
async function measureScaling(procedure, request, createGuest) {
    await residency_warm(createGuest, procedure.call);
    const { now, privateBytes } = request.probe;
    const size = procedure.instances.at(-1) ?? 1;
    const batches = BATCHES.find(([atMost]) => size <= atMost)?.[1] ?? 1;
    const live = [];
    const create = [];
    const readings = [[0, privateBytes()]];
    for (let batch = 1; batch <= batches; batch += 1) {
        while (live.length < size * batch) {
            const start = now();
            const guest = await createGuest();
            if (procedure.call !== null)
                await (0,settle_call/* settleTimed */.x4)(guest, procedure.call);
            create.push(now() - start);
            touch(guest);
            live.push(guest);
        }
        readings.push([live.length, privateBytes()]);
    }
    const steps = readings
        .slice(1)
        .map(([, bytes], index) => (bytes - (readings[index]?.[1] ?? 0)) / size);
    const pages = declaredBytes(live[0]) / PAGE_BYTES;
    return {
        resident_bytes: [median(steps)],
        // Two points lie on a line in any case.
        ...(readings.length < LEAST_FIT ? {} : { fit_r2: [lineThrough(readings).r2] }),
        create,
        pages: [pages],
        live: [size],
    };
}
/** Glue runs modules that its first copy has compiled, like the instances of one module. */
async function withMaker({ payload, nonce }, observe) {
    if (payload.engine !== undefined)
        return observe((await (0,native_guest/* createNativeFactory */.Mz)(payload, { fuel: false, isProbed: true })).create);
    if (payload.glue === null)
        return observe((await (0,suites_guest/* createGuestFactory */.zs)(payload, nonce)).create);
    const records = (0,copy_records/* recordCopies */.t)(unique_modules/* UNIQUE_MODULES */.st, "kept");
    const copies = await (0,glue_copies/* openGlue */.Mp)(payload, nonce, { records, hooks: records.hooks });
    try {
        const observed = await observe(copies.renew);
        (0,glue_copies/* requireWrapped */.pE)(copies);
        return observed;
    }
    finally {
        copies.release();
    }
}
async function residency_warm(create, call) {
    for (let i = 0; i < WARM_INSTANCES; i += 1) {
        const guest = await create();
        if (call !== null) {
            await (0,settle_call/* settleCall */.mT)(guest, call);
            (0,glue_copies/* requireInstance */.Fn)(guest);
        }
        touch(guest);
    }
}
async function measureOwnModules(request) {
    if (request.payload.glue !== null)
        return Number.NaN;
    const guests = [];
    const before = request.probe.privateBytes();
    const count = 10;
    for (let i = 0; i < count; i += 1) {
        guests.push((await (0,suites_guest/* createGuestFactory */.zs)(request.payload, request.nonce + 1 + i)).create());
    }
    const bytes = (request.probe.privateBytes() - before) / guests.length;
    for (const guest of guests)
        guest.drop?.();
    return bytes;
}
/** Reads private bytes at 0 and at every count, and fits a line. */
async function fitOver(counts, request, reach) {
    const points = [[0, request.probe.privateBytes()]];
    for (const count of counts) {
        await reach(count);
        points.push([count, request.probe.privateBytes()]);
    }
    return lineThrough(points);
}
function lineThrough(points) {
    return fitLine(points.map(([x]) => x), points.map(([, y]) => y));
}
/** Writes to every page of the operating system and leaves the contents as they were. */
function touch(guest) {
    guest?.residence?.touch();
    for (const memory of memoriesOf(guest)) {
        const bytes = new Uint8Array(memory.buffer);
        for (let at = 0; at < bytes.length; at += OS_PAGE_BYTES) {
            bytes[at] = (bytes[at] ?? 0) ^ 1;
            bytes[at] = (bytes[at] ?? 0) ^ 1;
        }
    }
}
function declaredBytes(guest) {
    if (guest?.residence !== undefined)
        return guest.residence.pages() * PAGE_BYTES;
    return memoriesOf(guest).reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
function memoriesOf(guest) {
    if (guest === undefined)
        throw new suites_errors/* HostError */.dh("no instance was created");
    if (guest.memories !== undefined)
        return [...guest.memories];
    const exported = Object.values(guest.instance?.exports ?? {});
    // A memory may be exported under several names, and imported as well.
    return [...new Set([...exported, ...(guest.session?.memories ?? [])])].filter((item) => item instanceof WebAssembly.Memory);
}

// EXTERNAL MODULE: ./lib/suites/open-workload.js
var open_workload = __nccwpck_require__(3895);
// EXTERNAL MODULE: ./lib/suites/workload-module.js + 1 modules
var workload_module = __nccwpck_require__(3322);
;// CONCATENATED MODULE: ./lib/suites/procedures/workload.js





/**
 * A benchmark of the user's workload module, on one live instance that the module has set up. What returns a promise
 * is awaited.
 *
 * @param procedure - name of the benchmark
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError when there is no such benchmark; PartFault when set-up or first call fail
 */
async function prepareWorkload({ name, isFree = false }, { payload, nonce }) {
    const guest = (await (0,suites_guest/* createGuestFactory */.zs)(payload, nonce)).create();
    const opened = await (0,open_workload/* openWorkload */.Wu)(guest, payload, nonce);
    const benchmark = opened.find(name);
    const { run, operations } = benchmark;
    const { view, state } = opened;
    // Whether there is a promise to wait for, its first answer tells.
    let isAsync = false;
    const result = await (0,workload_module/* runPart */.L)((0,open_workload/* benchmarkPart */.X$)(benchmark), () => {
        const answer = run(view, state);
        isAsync = (0,suites_guest/* isPromise */.yL)(answer);
        return answer;
    });
    (0,open_workload/* checkWorkloadResult */.hB)(benchmark, result, isFree);
    const call = (0,trampoline/* createTrampoline */.s)("return last = run(view, state);", { run, view, state }, nonce);
    const verify = async () => {
        const answer = await (0,workload_module/* runPart */.L)((0,open_workload/* benchmarkPart */.X$)(benchmark), () => {
            const own = run(view, state);
            if ((0,suites_guest/* isPromise */.yL)(own) !== isAsync)
                throw new suites_errors/* HostError */.dh("it returns a promise at one time and none at another");
            return own;
        });
        (0,open_workload/* checkWorkloadResult */.hB)(benchmark, answer, isFree);
    };
    const operation = isAsync
        ? { kind: "awaited", metric: "time", operations, begin: call }
        : { kind: "timed", metric: "time", operations, run: call };
    return { operations: [operation], verify, teardown: opened.teardown };
}

;// CONCATENATED MODULE: ./lib/suites/prepare.js









/**
 * Makes one copy for a procedure whose copies are measured in rounds.
 *
 * @param procedure - what to do
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for procedures that take a fresh process or isolate per observation, and for those that the engine of
 *   the payload cannot do
 */
async function prepareCopy(procedure, request) {
    const { engine } = request.payload;
    if (engine === undefined)
        return prepareFor(procedure, request);
    const obstacle = (0,native_support/* whyNotNative */.v)(procedure);
    if (obstacle !== null)
        throw new suites_errors/* HostError */.dh(`on ${engine.name}: ${obstacle}`);
    return { ...(await prepareFor(procedure, request)), isCompiledAhead: true };
}
function prepareFor(procedure, request) {
    switch (procedure.kind) {
        case "call":
            return prepareCall(procedure, request);
        case "workload":
            return prepareWorkload(procedure, request);
        case "native_call":
            return prepareNative(procedure, request);
        case "async_call":
            return prepareAsyncCall(procedure, request);
        case "warm_start":
            return prepareWarmStart(procedure, request);
        case "load":
            return prepareLoad(procedure, request);
        case "sequence":
            return prepareSequence(procedure, request);
        case "grow":
            return (0,memory_limit/* prepareGrow */.dx)(procedure, request);
        case "guarded_call":
            return (0,crash/* prepareGuardedCall */.Yr)(procedure, request);
        case "categorize":
            return (0,crash/* prepareCategorize */.$R)(procedure, request);
        case "cleanup":
            return prepareCleanup(procedure, request);
        case "recover":
            return (0,crash/* prepareRecover */.Ir)(procedure, request);
        case "exhaust_fuel":
            return prepareExhaustion(procedure, request);
        case "cold_start":
        case "footprint":
        case "scaling":
        case "size":
        case "unknown":
            throw new suites_errors/* HostError */.dh(`${procedure.kind} is not measured in rounds`);
    }
}
/** What instruments modules is evaluated when it is asked for: every process would wait for it else. */
async function prepareExhaustion(procedure, request) {
    const { prepareExhaustFuel } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 394));
    return prepareExhaustFuel(procedure, request);
}
/**
 * Observes a procedure that needs a process of its own.
 *
 * @param procedure - `footprint` or `scaling`
 * @param request - component, nonce and probe
 * @returns observations by metric
 * @throws HostError for procedures that are measured in rounds
 */
function observeAlone(procedure, request) {
    switch (procedure.kind) {
        case "footprint":
            return observeFootprint(procedure, request);
        case "scaling":
            return observeScaling(procedure, request);
        default:
            throw new suites_errors/* HostError */.dh(`${procedure.kind} does not need a process of its own`);
    }
}

// EXTERNAL MODULE: ./lib/suites/procedures/renewals.js
var renewals = __nccwpck_require__(9611);
// EXTERNAL MODULE: ./lib/suites/wrapped/wrap-engine.js
var wrap_engine = __nccwpck_require__(7686);
;// CONCATENATED MODULE: ./lib/wording/waiting-remedy.js
/**
 * What to do about a benchmark that waits for something and is timed by CPU time.
 *
 * @param kind - what the benchmark does
 * @returns the end of a sentence; empty where its clock cannot be chosen
 */
function waitingRemedy(kind) {
    if (kind === "workload")
        return '; to gate what it waits for, write it as { run, clock: "wall" } in the workload';
    return kind === "call"
        ? "; to gate what it waits for, name `clock: wall` at its entry under `execution`"
        : "";
}

;// CONCATENATED MODULE: ./lib/wording/value.js


const TIME_STEPS = [
    [1, "ns"],
    [1e3, "µs"],
    [1e6, "ms"],
    [1e9, "s"],
];
const BYTE_STEPS = (/* unused pure expression or super */ null && ([
    [1, "B"],
    [1024, "KiB"],
    [1024 ** 2, "MiB"],
    [1024 ** 3, "GiB"],
]));
/** The largest unit that a value fills, by the share of it that counts as full. */
function stepFor(value, steps, full = 1) {
    return steps.findLast(([size]) => Math.abs(value) >= size * full) ?? steps[0];
}
/**
 * Writes a time with the unit that suits it.
 *
 * @param ns - time in nanoseconds
 * @returns three significant digits and `ns`, `µs`, `ms` or `s`
 * @example formatTime(1234) is "1.23 µs"
 */
function formatTime(ns) {
    const [size, unit] = stepFor(ns, TIME_STEPS, 0.9995);
    return `${formatDigits(ns / size)} ${unit}`;
}
/**
 * Writes a time that is known or needed roughly, or was given as a round number.
 *
 * @param ns - time in nanoseconds
 * @returns two significant digits at most and its unit, such as `30 s` or `1.5 ms`
 */
function formatRoughTime(ns) {
    const rounded = Number(ns.toPrecision(2));
    const [size, unit] = stepFor(rounded, TIME_STEPS);
    return `${Number((rounded / size).toPrecision(2))} ${unit}`;
}
/**
 * Writes a size with the binary unit that suits it.
 *
 * @param bytes - size in bytes
 * @returns three significant digits and `B`, `KiB`, `MiB` or `GiB`; whole bytes below 1 KiB
 * @example formatBytes(67072) is "65.5 KiB"
 */
function formatBytes(bytes) {
    if (Math.abs(bytes) < 1024 && Number.isInteger(bytes))
        return `${formatCount(bytes)} B`;
    const [size, unit] = stepFor(bytes, BYTE_STEPS);
    return `${formatDigits(bytes / size)} ${unit}`;
}
/**
 * Writes by how many bytes something grew or shrank.
 *
 * @param bytes - bytes more; negative for fewer
 * @returns for example `+2.10 KiB`, `−40 B` or `0 B`
 */
function formatBytesChange(bytes) {
    return `${bytes > 0 ? "+" : ""}${formatBytes(bytes)}`;
}
/**
 * Writes a value in its unit.
 *
 * @param value - value in the unit's base (ns, bytes, fractions, counts)
 * @param unit - unit of the metric
 * @returns text with unit, such as `12.3 µs`, `65.5 KiB` or `1 page`; `–` for a value that is not finite
 */
function formatValue(value, unit) {
    if (!Number.isFinite(value))
        return NO_NUMBER;
    switch (unit) {
        case "ns":
            return formatTime(value);
        case "bytes":
            return formatBytes(value);
        case "pages":
            return Number.isInteger(value)
                ? formatQuantity(value, "page")
                : `${formatDigits(value)} pages`;
        case "ratio":
            return formatPercent(value);
        case "count":
        case "fuel":
            return Number.isInteger(value) ? formatCount(value) : formatDigits(value);
    }
}
/**
 * Writes how a value moved.
 *
 * @param before - value before, in the unit's base
 * @param after - another value, after
 * @param unit - unit of both
 * @returns for example `65.5 KiB to 66.1 KiB (+0.9 %)`; bytes to the last one where they would look the same
 */
function formatMove(before, after, unit) {
    const [from, to] = [formatValue(before, unit), formatValue(after, unit)];
    const moved = from === to && unit === "bytes"
        ? `${formatCount(before)} B to ${formatCount(after)} B`
        : `${from} to ${to}`;
    return before === 0 ? moved : `${moved} (${formatChange((after - before) / Math.abs(before))})`;
}

// EXTERNAL MODULE: ./lib/suites/check-answer.js
var check_answer = __nccwpck_require__(888);
;// CONCATENATED MODULE: ./lib/measure/child/procedure-of.js
/**
 * What a side does for a benchmark.
 *
 * @param order - benchmark, with the baseline's own procedure where it owes no expected result
 * @param side - side asked for
 * @returns the procedure
 */
function procedureOf({ benchmark, baselineProcedure }, side) {
    return side === "baseline" ? (baselineProcedure ?? benchmark.procedure) : benchmark.procedure;
}

;// CONCATENATED MODULE: ./lib/measure/child/copies.js








/** A side's failure while it was created or run. */
class SideFailure extends Error {
    side;
    constructor(side, options) {
        super("a side failed", options);
        this.name = "SideFailure";
        this.side = side;
    }
}
/** Copies that run at once are told apart by their nonce over the whole life of the process. */
let lastNonce = 0;
/**
 * Lists the copies of every side in the order in which they are made: the first of each side, then the others, both in
 * random order, so that neither side is always compiled first.
 *
 * @param benchmark - what is measured
 * @param plan - sides, settings and generator
 * @returns places; of the host-language reference half as many, for they carry no verdict of their own
 */
function placeCopies({ procedure }, { payloads, settings, random }) {
    const placesOf = (index) => payloads.map((payload) => ({ side: payload.side, index, payload }));
    const hasNative = procedure.kind === "call" && procedure.native !== null && settings.extras;
    const natives = hasNative ? Math.max(1, Math.ceil(settings.copies / 2)) : 0;
    const all = Array.from({ length: settings.copies }, (_, index) => [
        ...placesOf(index),
        ...(index < natives ? [{ side: "native", index, payload: null }] : []),
    ]).flat();
    const first = all.filter(({ index }) => index === 0);
    const others = all.filter(({ index }) => index > 0);
    return [...shuffle(first, random), ...shuffle(others, random)];
}
/**
 * Makes one copy.
 *
 * @param order - what is measured, by each side
 * @param place - its side and index
 * @param shared - what a procedure may ask of the process, and what all copies of the visit agree by
 * @returns the copy with its samplers
 * @throws SideFailure naming the side, when it cannot be made
 */
async function createCopy(order, { side, index, payload }, shared) {
    lastNonce += 1;
    try {
        const copy = payload === null
            ? await nativeCopy(order.benchmark, lastNonce)
            : await componentCopy(order, payload, shared);
        return { side, index, copy, arms: copy.operations.map((operation) => createArm(operation)) };
    }
    catch (error) {
        throw new SideFailure(side, { cause: error });
    }
}
function componentCopy(order, payload, shared) {
    return prepareCopy(procedureOf(order, payload.side), { payload, nonce: lastNonce, ...shared });
}
async function nativeCopy({ procedure }, nonce) {
    if (procedure.kind !== "call" || procedure.native === null)
        throw new Error("this benchmark has no native reference");
    const { source, args } = procedure.native;
    const target = await (0,natives/* createNative */.q)(procedure.native, nonce);
    const run = (0,trampoline/* createCaller */.u)(target, args, nonce);
    return {
        operations: [{ kind: "timed", metric: "time", operations: procedure.operations, run }],
        verify: () => {
            const { expect, answer } = procedure.call;
            const call = { export: source, args };
            const result = run();
            (0,suites_guest/* checkResult */.iJ)(expect === undefined ? call : { ...call, expect }, result);
            if (answer !== undefined)
                (0,check_answer/* checkAnswer */.d)(null, { ...call, answer }, { name: source, result });
        },
    };
}
function createArm(operation) {
    return { operation, sampler: operation.kind === "timed" ? createSampler(operation.run) : null };
}

;// CONCATENATED MODULE: ./lib/measure/child/calibrate.js




/** Of the rounds asked for, this share is taken where one call is longer than a block: fewer would make a quartile of too little. */
const LEAST_SHARE = 0.2;
/** A side has no fewer copies where one call is longer than a block, so that their placement is seen. */
const LEAST_COPIES = 2;
/** A call longer than this has one copy a side: warming up another costs more than its placement. */
const LONGEST_OF_TWO_NS = 250e6;
/** Of the rounds asked for, this share is taken of a single copy. */
const SHARE_OF_SINGLE = 0.25;
/** Extra metrics are information: a fifth of the warm-up will do. */
const WARMUP_OF_EXTRAS = 0.2;
/** Of code that was compiled ahead, the first copy of a side has warmed up the harness: the others have caches to fill. */
const WARMUP_OF_FURTHER = 0.5;
/**
 * Makes the copies and warms them up, then finds how many calls make a block and how many rounds are taken.
 *
 * A copy is not made where the first ones have shown that a side's budget does not hold it, or that a call is so long
 * that its placement is not what is seen.
 *
 * @param places - where the copies stand, the first of each side first
 * @param plan - how they are made, settings and clock
 * @returns calls per block of every operation, equal on all sides; rounds; the copies to measure
 * @throws SideFailure naming the side whose guest failed
 */
async function calibrate(places, plan) {
    const warmed = [];
    for (const place of places) {
        if (place.index >= mostCopies(warmed, place.side, plan))
            continue;
        const placed = await plan.create(place);
        warmed.push({ placed, costs: await warmCopy(placed, plan) });
    }
    return planRounds(warmed, plan);
}
/** Copies that a side may have, as far as the copies that are there tell; what is long is so on all sides alike. */
function mostCopies(warmed, side, { settings, clock }) {
    const firsts = warmed.flatMap(({ placed, costs: [cost] }) => placed.index === 0 && cost !== undefined ? [{ side: placed.side, cost }] : []);
    const longest = Math.max(0, ...firsts.map(({ cost }) => costBy(clock)(cost)));
    const own = firsts.find((first) => first.side === side)?.cost.wallNs ?? 0;
    const fitting = own === 0 ? settings.copies : (settings.sideBudgetMs * 1e6) / own;
    return Math.max(1, Math.min(copiesOf(longest, settings), Math.floor(fitting)));
}
/** Copies a side: as many as can take the least number of rounds in the time that those of short calls take. */
function copiesOf(callNs, settings) {
    if (callNs > LONGEST_OF_TWO_NS)
        return 1;
    const { copies, rounds } = settings;
    const holding = Math.floor(sideNs(settings) / (leastRounds(rounds) * callNs));
    return Math.min(copies, Math.max(LEAST_COPIES, holding));
}
/** Measuring time of a side whose calls are no longer than a block. */
function sideNs({ copies, rounds, blockMs }) {
    return copies * rounds * blockMs * 1e6;
}
function leastRounds(rounds) {
    return Math.ceil(LEAST_SHARE * rounds);
}
/** The call that is verified comes first: it is the cold one, and a wrong result ends the visit before it is warmed up. */
async function warmCopy(placed, plan) {
    const { settings, clock, clocks } = plan;
    const costs = [];
    try {
        const start = clocks.start();
        await placed.copy.verify();
        const verified = clocks.stop(start);
        for (const [index, { operation }] of placed.arms.entries()) {
            // Nobody measures the extras of the baseline, whose costs are not asked for either.
            if (index > 0 && (!settings.extras || placed.side !== "candidate"))
                break;
            const isWarm = index === 0 && isWarmedBy(verified, placed);
            const warmupNs = warmupOf(placed, index) * settings.warmupMs * 1e6;
            costs.push(isWarm ? verified : await warmOperation(operation, { warmupNs, clock, clocks }));
        }
    }
    catch (error) {
        throw new SideFailure(placed.side, { cause: error });
    }
    return costs;
}
/** A long run of code that was compiled ahead is as fast the first time. */
function isWarmedBy({ wallNs }, { copy }) {
    const { isCompiledAhead = false, isVerifiedByRun = false } = copy;
    return isCompiledAhead && isVerifiedByRun && wallNs > LONG_CALL_NS;
}
/** Share of the warm-up that an operation of a copy has. */
function warmupOf({ copy, index: place }, index) {
    const further = copy.isCompiledAhead === true && place > 0 ? WARMUP_OF_FURTHER : 1;
    return index === 0 ? further : WARMUP_OF_EXTRAS;
}
function planRounds(warmed, { settings, clock }) {
    const blockNs = settings.blockMs * 1e6;
    const operations = Math.max(...warmed.map(({ costs }) => costs.length));
    const costOf = (index, read) => median(warmed.flatMap(({ costs }) => costs.slice(index, index + 1)).map(read));
    const iterations = Array.from({ length: operations }, (_, index) => Math.max(1, Math.round(blockNs / costOf(index, costBy(clock)))));
    const callNs = costOf(0, costBy(clock));
    const perSide = copiesPerSide(warmed);
    const wanted = roundsOf(callNs, perSide, settings);
    const blockWallNs = Math.max(blockNs, (iterations[0] ?? 1) * costOf(0, wallTime));
    const fitting = Math.floor((settings.sideBudgetMs * 1e6) / (blockWallNs * perSide));
    const rounds = Math.max(1, Math.min(wanted, fitting));
    return {
        iterations,
        rounds,
        copies: warmed.map(({ placed }) => placed),
        warnings: [...longCallWarnings(callNs), ...roundsWarnings(rounds, wanted)],
    };
}
function copiesPerSide(warmed) {
    const of = (side) => warmed.filter(({ placed }) => placed.side === side).length;
    return Math.max(of("baseline"), of("candidate"), 1);
}
/** Rounds that are wanted: those asked for where a block is as short as asked for, fewer where one call is longer. */
function roundsOf(callNs, perSide, settings) {
    const { rounds, blockMs } = settings;
    if (callNs > LONGEST_OF_TWO_NS)
        return Math.ceil(SHARE_OF_SINGLE * rounds);
    const filling = Math.ceil(sideNs(settings) / (perSide * Math.max(blockMs * 1e6, callNs)));
    return Math.min(rounds, Math.max(leastRounds(rounds), filling));
}
/** Time of a call by the clock that decides, in ns. */
function costBy(clock) {
    return clock === "cpu" ? computeTime : wallTime;
}
function wallTime({ wallNs }) {
    return wallNs;
}
function longCallWarnings(callNs) {
    if (callNs <= LONG_CALL_NS)
        return [];
    // The call before was the cold one: what was compiled meanwhile is what this one entered.
    const message = `one call takes ${formatRoughTime(callNs)}: few fit the time of a process, and only larger changes show; let it do less work`;
    return [{ code: "long-call", message }];
}
function roundsWarnings(rounds, wanted) {
    if (rounds >= wanted)
        return [];
    const message = `${rounds} of ${wanted} rounds fit the time allowed for one side`;
    return [{ code: "fewer-rounds", message }];
}

;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: ./lib/measure/child/garbage.js

// Taken before any guest runs in this process.
const nextTurn = globalThis.setImmediate;
/**
 * Sums the time of the collections the engine makes of its own accord; those a procedure asks for are not counted.
 *
 * @returns the watch, running
 */
function watchGarbage() {
    let sumMs = 0;
    const add = (entries) => {
        for (const { duration, detail } of entries)
            if (!isForced(detail))
                sumMs += duration;
    };
    const observer = new external_node_perf_hooks_namespaceObject.PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ entryTypes: ["gc"] });
    return {
        stop: async () => {
            await new Promise((resolve) => nextTurn(resolve));
            add(observer.takeRecords());
            observer.disconnect();
            return sumMs * 1e6;
        },
    };
}
function isForced(detail) {
    const { flags = 0 } = (detail ?? {});
    return (flags & external_node_perf_hooks_namespaceObject.constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
// EXTERNAL MODULE: ./lib/measure/child/isolate-worker.js + 1 modules
var isolate_worker = __nccwpck_require__(2202);
;// CONCATENATED MODULE: ./lib/measure/child/series-collection.js
/** Series by metric, side and copy, in the order they began. */
class SeriesCollection {
    #series = new Map();
    /**
     * Adds a value to its series.
     *
     * @param key - metric, side and copy
     * @param value - in the metric's unit
     */
    add({ metric, side, copy }, value) {
        const key = `${metric}/${side}/${copy}`;
        const known = this.#series.get(key) ?? { metric, side, copy, values: [] };
        this.#series.set(key, known);
        known.values.push(value);
    }
    /**
     * All of them.
     *
     * @returns the series with their values so far
     */
    all() {
        return [...this.#series.values()];
    }
}

;// CONCATENATED MODULE: ./lib/measure/child/isolates.js












/** Isolates a side that a visit starts however long they take: one would be no spread. */
const LEAST_ISOLATES = 2;
/** Isolates of this process so far: compiled code is shared by all of them, so their modules are told apart by it. */
let lastIsolate = 0;
/**
 * Observations in fresh isolates, the sides alternating in random order within each pair.
 *
 * Where they take longer than both sides are allowed, they give up together, between pairs: both sides have made as many.
 *
 * @param order - sides, number of observations a side, and the time allowed for one side
 * @param random - decides which side goes first
 * @returns one observation per value; of a cold start also its phases and `isolate_start`. Starting the isolates counts
 *   as warm-up
 * @throws SideFailure naming the side whose guest failed
 */
async function observeInIsolates(order, random) {
    const { sideBudgetMs } = order.settings;
    const wanted = isolatesOf(order);
    const collected = new Observations(order);
    const end = (0,clocks/* clockNs */.eH)() + order.payloads.length * sideBudgetMs * 1e6;
    let made = 0;
    while (made < wanted && (made < LEAST_ISOLATES || (0,clocks/* clockNs */.eH)() < end)) {
        made += 1;
        for (const payload of shuffle(order.payloads, random))
            collected.add(payload.side, await observe(requestOf(order, payload)));
    }
    const { measuredNs, warmupNs } = collected;
    const warnings = warningsOf(order, made, wanted);
    return { iterations: 1, measuredNs, warmupNs, series: collected.series(), warnings };
}
function isolatesOf({ benchmark, settings }) {
    const { procedure } = benchmark;
    const each = (0,renewals/* isRenewing */.sU)(procedure) ? renewals/* RENEWALS_PER_ISOLATE */.Mw[procedure.kind] : 1;
    return Math.max(LEAST_ISOLATES, Math.ceil(settings.observations / each));
}
function requestOf(order, payload) {
    const procedure = procedureOf(order, payload.side);
    lastIsolate += 1;
    if ((0,renewals/* isRenewing */.sU)(procedure))
        return { kind: "renewals", payload, procedure, nonce: lastIsolate };
    const call = procedure.kind === "cold_start" ? procedure.call : null;
    return { kind: "cold", payload, call, nonce: lastIsolate };
}
/** Observations by metric and side, in the order they began. */
class Observations {
    measuredNs = 0;
    warmupNs = 0;
    #isCold;
    #keepsCpu;
    #clock;
    #series = new SeriesCollection();
    constructor({ benchmark, settings }) {
        this.#isCold = benchmark.procedure.kind === "cold_start";
        this.#keepsCpu = settings.clock === "cpu";
        this.#clock = this.#keepsCpu ? clockOf(benchmark.procedure) : "wall";
    }
    add(side, { values, startNs }) {
        this.warmupNs += startNs;
        if (this.#isCold)
            this.#series.add({ metric: "isolate_start", side, copy: 0 }, startNs);
        for (const one of values) {
            this.measuredNs += one.time;
            this.#addOne(side, one);
        }
    }
    #addOne(side, { time, cpu, ...rest }) {
        const byClock = this.#clock === "cpu" ? { time: cpu, wall: time } : { time, cpu };
        for (const [metric, value] of metricEntries({ ...byClock, ...rest })) {
            if (metric === "cpu" && !this.#keepsCpu)
                continue;
            // A phase that nothing was seen of: glue may compile no module at all.
            if (value === 0)
                continue;
            this.#series.add({ metric, side, copy: 0 }, value);
        }
    }
    series() {
        return this.#series.all();
    }
}
function warningsOf({ benchmark }, made, wanted) {
    if (made >= wanted)
        return [];
    const what = benchmark.procedure.kind === "cold_start" ? "cold starts" : "isolates";
    const message = `${made} of ${wanted} ${what} fit the time allowed for one side`;
    return [{ code: "fewer-rounds", message }];
}
async function observe(request) {
    const start = (0,clocks/* clockNs */.eH)();
    try {
        const token = String(start);
        const answer = await askFreshIsolate({ task: isolate_worker/* ISOLATE_WORKER */.H, request, token });
        if (answer?.token !== token || (answer.ok && !areObservations(answer.observed)))
            throw new suites_errors/* HostError */.dh("host code sent a message in place of the measurement");
        if (!answer.ok)
            throw new child_failure/* DescribedFailure */.k(answer.failure);
        const measuredNs = answer.observed.reduce((sum, { time }) => sum + time, 0);
        // The clocks of an observation may begin before and end after what it holds of itself.
        return {
            values: answer.observed,
            startNs: Math.max(1, (0,clocks/* clockNs */.eH)() - start - measuredNs),
        };
    }
    catch (error) {
        throw new SideFailure(request.payload.side, { cause: error });
    }
}
/** The worker runs the same file as this process. */
const entry = process.argv[1] ?? "";
/** Host code of the guest shares the isolate, and may have sent anything. */
function areObservations(observed) {
    return observed.length > 0 && observed.every(isObservation);
}
/** Bytes may have become fewer; no time is below zero. One of zero is a coarse clock's, and left out. */
function isObservation(values) {
    return (values.time >= 0 &&
        values.cpu >= 0 &&
        metricEntries(values).every(([metric, value]) => Number.isFinite(value) && (value >= 0 || metric === "growth_bytes")));
}
function askFreshIsolate(workerData) {
    return new Promise((resolve, reject) => {
        const worker = new external_node_worker_threads_.Worker(entry, { workerData, stdout: false, stderr: false });
        worker.once("message", (message) => {
            resolve(message);
            void worker.terminate();
        });
        worker.once("error", reject);
        worker.once("exit", (code) => reject(new suites_errors/* GuestExit */.nk(code)));
    });
}

;// CONCATENATED MODULE: ./lib/measure/child/tally.js

/** A block whose process ran for less than this share of its wall time was interrupted. */
const UNINTERRUPTED_SHARE = 0.9;
/** Below this share a block waited more than it computed. */
const WAITING_SHARE = 0.5;
/**
 * Creates an empty tally.
 *
 * @returns a tally of no block
 */
function createTally() {
    return { interrupted: 0, wallNs: 0, cpuNs: 0, shares: [] };
}
/**
 * Counts a block in.
 *
 * @param tally - changed in place
 * @param block - the block by both clocks
 */
function countBlock(tally, { wallNs, cpuNs }) {
    if (cpuNs < UNINTERRUPTED_SHARE * wallNs)
        tally.interrupted += 1;
    tally.wallNs += wallNs;
    tally.cpuNs += cpuNs;
    // A wall clock too coarse to move says nothing of who ran.
    if (wallNs > 0)
        tally.shares.push(cpuNs / wallNs);
}
/**
 * The share of its wall time that a process ran.
 *
 * @param tally - blocks by both clocks
 * @returns CPU time over wall time, at most 1 though threads of the engine may add up to more; 1 without blocks
 */
function cpuShareOf({ wallNs, cpuNs }) {
    return wallNs === 0 ? 1 : Math.min(1, cpuNs / wallNs);
}
/**
 * Whether an operation waits, rather than being kept from running.
 *
 * @param operation - its blocks
 * @param given - how often its thread gave the processor away while they were taken: a call that waits does so in every
 *   block, while a busy runner takes the processor away
 * @returns true when three blocks of four waited more than they computed, and the processor was given away at least as often
 */
function isWaiting({ shares }, given) {
    if (shares.length === 0)
        return false;
    const waited = shares.filter((share) => share < WAITING_SHARE).length;
    return quantile(shares, 0.75) < WAITING_SHARE && given >= waited;
}

;// CONCATENATED MODULE: ./lib/measure/child/rounds.js






/** Extra metrics are information: one block in this many rounds is enough. */
const ROUNDS_PER_EXTRA = 5;
/** Kernel blocks a side takes in a visit at least; where there are fewer rounds, a round has several. */
const LEAST_KERNEL_BLOCKS = 16;
/** Digits kept of a time by the clock that does not decide. */
const DIGITS_BESIDE = 6;
/**
 * Runs the rounds: every copy of every side and the calibration kernel, one block each, in random order.
 *
 * @param plan - copies, kernel, calls per block, number of rounds and clock
 * @returns one series per copy and metric, ns per operation, one value per block; of the primary operation and the kernel
 *   also the 25th percentile by the other clock
 * @throws SideFailure naming the side whose guest failed
 */
async function runRounds(plan) {
    const tallies = { candidate: createTally(), all: createTally() };
    const primary = plan.copies.flatMap((placed) => primaryStep(placed, plan, tallies));
    const extra = plan.settings.extras ? extraSteps(plan, tallies) : [];
    const kernel = kernelSteps(plan, tallies);
    const collected = new Collection(plan.clock);
    for (let round = 0; round < plan.rounds; round += 1) {
        const extras = round % ROUNDS_PER_EXTRA === 0 ? extra : [];
        for (const step of shuffle([...primary, ...extras, ...kernel], plan.random)) {
            collected.add(step, await step.take());
        }
    }
    const { measuredNs, timeless, taken } = collected;
    return { series: collected.series(), measuredNs, timeless, taken, ...tallies };
}
/** Series by metric, side and copy, in the order they began. */
class Collection {
    measuredNs = 0;
    timeless = 0;
    taken = 0;
    #clock;
    #deciding = new SeriesCollection();
    #beside = new SeriesCollection();
    constructor(clock) {
        this.#clock = clock;
    }
    add({ metric, side, copy, beside, tallies, isComputing }, block) {
        const { perOperation, elapsed } = block;
        const other = this.#clock === "cpu" ? "wall" : "cpu";
        this.measuredNs += elapsed.wallNs;
        this.taken += 1;
        for (const tally of tallies)
            countBlock(tally, elapsed);
        if (isTimeless(block, this.#clock, isComputing)) {
            this.timeless += 1;
            return;
        }
        this.#deciding.add({ metric, side, copy }, timeBy(perOperation, this.#clock));
        if (beside === null || !(timeBy(perOperation, other) > 0))
            return;
        this.#beside.add({ metric: beside, side, copy }, timeBy(perOperation, other));
    }
    series() {
        const reduced = this.#beside.all().map((one) => ({
            ...one,
            values: [Number(quantile(one.values, 0.25).toPrecision(DIGITS_BESIDE))],
        }));
        return [...this.#deciding.all(), ...reduced];
    }
}
/** A kernel block per side in every round; more where long calls leave few rounds. */
function kernelSteps(plan, { all }) {
    const sides = new Set(plan.copies.map(({ side }) => side).filter((side) => side !== "native"));
    const blocks = Math.ceil(LEAST_KERNEL_BLOCKS / plan.rounds);
    const steps = [...sides].flatMap((side) => new Array(blocks).fill(side));
    return steps.map((side) => ({
        metric: "kernel",
        side,
        copy: 0,
        beside: plan.clock === "cpu" ? "kernel_wall" : null,
        tallies: [all],
        isComputing: true,
        take: () => takeTold(() => takeKernel(plan), plan.clock),
    }));
}
function takeKernel({ kernel, kernelIterations }) {
    const { elapsed, calls } = kernel.sampler(kernelIterations);
    const perOperation = { wallNs: elapsed.wallNs / calls, cpuNs: elapsed.cpuNs / calls };
    return { perOperation, elapsed };
}
function primaryStep(placed, plan, tallies) {
    const waits = plan.clock === "wall" && plan.settings.clock === "cpu";
    const other = waits ? "cpu" : null;
    return stepOf(placed, 0, {
        plan,
        beside: plan.clock === "cpu" ? "wall" : other,
        // Where wall time decides, waiting is the point and says nothing about the runner.
        tallies: [
            ...(plan.clock === "cpu" ? [tallies.all] : []),
            ...(placed.side === "candidate" ? [tallies.candidate] : []),
        ],
    });
}
function extraSteps(plan, { all }) {
    const tallies = plan.clock === "cpu" ? [all] : [];
    return plan.copies
        .filter(({ side }) => side === "candidate")
        .flatMap((placed) => placed.arms
        .slice(1)
        .flatMap((_, at) => stepOf(placed, at + 1, { plan, beside: null, tallies })));
}
function stepOf({ arms, side, index: copy }, index, { plan, beside, tallies }) {
    const arm = arms[index];
    if (arm === undefined)
        return [];
    const iterations = plan.iterations[index] ?? 1;
    const take = async () => {
        try {
            return await takeBlock(arm, iterations, plan.clock);
        }
        catch (error) {
            throw new SideFailure(side, { cause: error });
        }
    };
    return [{ metric: arm.operation.metric, side, copy, beside, tallies, isComputing: false, take }];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./lib/measure/child/runner-load.js



// Taken when the process starts: host code may replace what it finds under these names later.
const readUsage = process.resourceUsage;
const readAverages = external_node_os_namespaceObject.loadavg;
const readFile = external_node_fs_.readFileSync;
/**
 * Begins to watch the runner: load and CPU pressure before and after, context switches in between.
 *
 * @returns the watch, running
 */
function watchLoad() {
    const before = readSystemLoad();
    const given = readGiven();
    const taken = readTaken();
    return {
        given: () => readGiven() - given,
        load: (tally) => {
            const after = readSystemLoad();
            const pressure = busier(before.pressure, after.pressure);
            const loadAverage = busier(before.loadAverage, after.loadAverage);
            return {
                blocks: tally.shares.length,
                interrupted: tally.interrupted,
                cpuShare: Number(cpuShareOf(tally).toFixed(4)),
                switches: readTaken() - taken,
                given: readGiven() - given,
                ...(pressure === null ? {} : { pressure }),
                ...(loadAverage === null ? {} : { loadAverage }),
            };
        },
    };
}
/** How often the processor was taken away from one of the process's threads. */
function readTaken() {
    return readUsage().involuntaryContextSwitches;
}
/** How often this thread gave its processor away; of the whole process, its engine's threads included, where the kernel does not tell. */
function readGiven() {
    return parseGiven(readText("/proc/self/status")) ?? readUsage().voluntaryContextSwitches;
}
/**
 * Reads how often a thread gave its processor away.
 *
 * @param status - `/proc/self/status`, which tells of the main thread
 * @returns a count; null when there is none in the text
 */
function parseGiven(status) {
    const count = /^voluntary_ctxt_switches:\s*(\d+)/m.exec(status)?.[1];
    return count === undefined ? null : Number(count);
}
/** A file of the kernel; empty where it has none. */
function readText(path) {
    try {
        return readFile(path, "utf8");
    }
    catch {
        return "";
    }
}
function busier(before, after) {
    return before === null || after === null ? (before ?? after) : Math.max(before, after);
}
function readSystemLoad() {
    const [loadAverage = 0] = readAverages();
    // Windows knows no load average and says 0; so does a machine that has just been started.
    return {
        pressure: parsePressure(readText("/proc/pressure/cpu")),
        loadAverage: loadAverage > 0 ? Number(loadAverage.toFixed(2)) : null,
    };
}
/**
 * Reads the pressure of the last ten seconds.
 *
 * @param text - `/proc/pressure/cpu`
 * @returns a fraction from 0 to 1; null when there is none in the text
 */
function parsePressure(text) {
    const percent = /^some avg10=(\d+(?:\.\d+)?)/m.exec(text)?.[1];
    return percent === undefined ? null : Number((Number(percent) / 100).toFixed(4));
}

;// CONCATENATED MODULE: ./lib/measure/child/visit.js





















const visit_NOTHING = { iterations: 0, measuredNs: 0, warmupNs: 0, series: [], warnings: [] };
/**
 * Measures one benchmark in this process. Never throws: a guest's failure is part of the report.
 *
 * @param order - benchmark, sides and settings
 * @param state - probe and kernel of the process
 * @returns raw series with wall and measuring time, or the failure with its side
 */
async function runVisit(order, state) {
    const start = state.probe.now();
    state.probe.collect();
    const engine = hasGlue(order) && !isAlone(order) ? (0,wrap_engine/* wrapEngine */.l)(unique_modules/* UNIQUE_MODULES */.st) : null;
    try {
        const measured = await measure(order, state);
        return { ...measured, wallNs: state.probe.now() - start, failure: null };
    }
    catch (error) {
        const failure = error instanceof SideFailure
            ? (0,child_failure/* describeFailure */.I)(error.cause, error.side)
            : (0,child_failure/* describeFailure */.I)(error, null);
        return { ...visit_NOTHING, wallNs: state.probe.now() - start, failure };
    }
    finally {
        engine?.release();
        (0,open_native/* releaseNative */.jZ)();
    }
}
function hasGlue({ payloads }) {
    return payloads.some(({ glue }) => glue !== null);
}
/** Without rounds and isolates: what is seen of the engine then is the procedure's own. */
function isAlone({ benchmark }) {
    const { kind } = benchmark.procedure;
    return kind === "footprint" || kind === "scaling";
}
function measure(order, state) {
    const random = createRandom(`${order.settings.seed}/${order.benchmark.id}`);
    const { procedure } = order.benchmark;
    if (isAlone(order))
        return measureAlone(order, state);
    const needsIsolates = procedure.kind === "cold_start" || (hasGlue(order) && (0,renewals/* isRenewing */.sU)(procedure));
    return needsIsolates ? observeInIsolates(order, random) : measureInRounds(order, state, random);
}
async function measureAlone(order, { probe }) {
    const series = [];
    const from = probe.now();
    for (const payload of order.payloads) {
        const observed = await attempt(payload.side, () => observeAlone(procedureOf(order, payload.side), { payload, nonce: 1, probe }));
        for (const [metric, values] of metricEntries(observed)) {
            if (values.every(Number.isFinite))
                series.push({ metric, side: payload.side, copy: 0, values });
        }
    }
    return { ...visit_NOTHING, iterations: 1, measuredNs: probe.now() - from, series };
}
async function measureInRounds(order, state, random) {
    const { probe } = state;
    const { settings, benchmark } = order;
    const payloads = order.payloads.length > 0 ? order.payloads : [withoutComponent()];
    const places = placeCopies(benchmark, { payloads, settings, random });
    const shared = { probe, batches: (0,suites_batches/* createBatches */.J)() };
    const create = (place) => createCopy(order, place, shared);
    if (settings.rounds === 0)
        return callOnce(places, create, probe);
    const start = probe.now();
    const clock = settings.clock === "cpu" ? clockOf(benchmark.procedure) : "wall";
    timeBlocksBy(clock);
    const kernel = state.kernel();
    const { copies, iterations, rounds, warnings } = await calibrate(places, {
        create,
        settings,
        clock,
        clocks: { start: clocks/* startClocks */.a0, stop: clocks/* stopClocks */.kw },
    });
    const warmupNs = probe.now() - start;
    const kernelIterations = kernel.iterationsFor(settings.blockMs);
    const load = watchLoad();
    const garbage = watchGarbage();
    const from = probe.now();
    const measured = await runRounds({
        copies,
        kernel,
        kernelIterations,
        iterations,
        rounds,
        settings,
        clock,
        random,
    });
    const waits = clock === "cpu" && isWaiting(measured.candidate, load.given());
    const share = (await garbage.stop()) / (probe.now() - from);
    const single = await finishCopies(copies, probe.now);
    const gc = { metric: "gc_share", side: "candidate", copy: 0, values: [share] };
    return {
        iterations: iterations[0] ?? 1,
        measuredNs: measured.measuredNs + single.measuredNs,
        warmupNs,
        series: [...measured.series, gc, ...single.series],
        warnings: [
            ...warnings,
            ...timelessWarnings(measured),
            ...(waits ? waitingWarnings(order) : []),
        ],
        ...(settings.clock === "cpu" ? { load: load.load(measured.all) } : {}),
    };
}
/** One call of one copy a side, for whoever wants to know whether it ends. */
async function callOnce(places, create, { now }) {
    const series = [];
    const copies = [];
    for (const place of places)
        copies.push(await create(place));
    for (const { side, arms } of copies) {
        const operation = arms[0]?.operation;
        const from = now();
        await attempt(side, async () => {
            if (operation?.kind === "timed")
                operation.run();
            else if (operation?.kind === "awaited")
                await operation.begin();
            else
                await operation?.observe();
        });
        // A clock may be too coarse for one call, which took some time all the same.
        series.push({ metric: "time", side, copy: 0, values: [Math.max(1, now() - from)] });
    }
    return { ...visit_NOTHING, iterations: 1, series };
}
/** Blocks without a time are the runner's doing, or its clock's; where none is left, the benchmark cannot be judged. */
function timelessWarnings({ timeless, taken }) {
    if (timeless === 0)
        return [];
    const message = `the runner gave this process no CPU time in ${timeless} of ${taken} blocks, which are left out: too busy to judge by them`;
    return [{ code: "no-cpu-time", message }];
}
/** CPU time does not see what a call waits for: a reader must know, and what to do. */
function waitingWarnings({ benchmark }) {
    const message = `it waits for half of its time or more, which CPU time does not see${waitingRemedy(benchmark.procedure.kind)}`;
    return [{ code: "waits", message }];
}
/** Verifies every copy once more, then makes the single observations of one copy a side. */
async function finishCopies(copies, now) {
    const series = [];
    let measuredNs = 0;
    for (const { side, copy, index } of copies) {
        await attempt(side, async () => {
            await copy.verify();
            if (index === 0 && copy.finish !== undefined) {
                const from = now();
                const observed = await copy.finish();
                measuredNs += now() - from;
                for (const [metric, value] of metricEntries(observed))
                    series.push({ metric, side, copy: 0, values: [value] });
            }
            await copy.teardown?.();
        });
    }
    return { series, measuredNs };
}
async function attempt(side, action) {
    try {
        return await action();
    }
    catch (error) {
        throw new SideFailure(side, { cause: error });
    }
}
/** A benchmark of the host language alone still has a candidate side. */
function withoutComponent() {
    return {
        name: "",
        side: "candidate",
        bytes: new Uint8Array(),
        host: { kind: "none", url: "", args: [] },
        glue: null,
    };
}

;// CONCATENATED MODULE: ./lib/measure/child/serve.js









/** Something that keeps the process alive while a guest waits for a promise. */
const HOLD_MS = 60_000;
/** Answers orders of the parent one after the other until it lets go. */
function serveOrders() {
    // Taken before any guest runs here: host code and glue share this process and may replace all of it.
    const { setInterval: hold, clearInterval: release } = globalThis;
    const exit = process.exit.bind(process);
    const channel = new external_node_net_namespaceObject.Socket({ fd: protocol/* CHANNEL_FD */.ZP });
    const write = channel.write.bind(channel);
    const send = (message) => void write(encodeFrame(message));
    const answer = createAnswerer(send);
    const onFault = () => exit(1);
    const read = createFrameReader({
        maxBytes: Number.POSITIVE_INFINITY,
        onFault,
        onValue: (value) => {
            const envelope = value;
            const held = hold(() => { }, HOLD_MS);
            void answer(envelope)
                .then((report) => send({ type: "report", token: envelope.token, report }))
                .finally(() => release(held));
        },
    });
    channel.on("data", read);
    channel.once("close", () => exit());
    channel.once("error", () => exit());
    send({ type: "ready", startedNs: performance.now() * 1e6 });
}
function createAnswerer(send) {
    const probe = (0,child_probe/* createProbe */.f)();
    const replaced = watchIntrinsics();
    let kernel;
    // Made and warmed by the first visit that has rounds: a process starts lean, and the cost counts as warm-up.
    const kernelOnce = () => {
        kernel ??= createKernel();
        return kernel;
    };
    const started = process.cwd();
    return async ({ token, order }) => {
        enterFolder(folderOf(order) ?? started);
        if (order.type === "observe") {
            // Evaluated when it is asked for: processes that measure start without it.
            const { runObservation } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6720));
            return runObservation(order, (trace) => send({ type: "trace", token, trace }));
        }
        if (order.type === "engine")
            return tryEngine(order);
        const report = await (order.type === "count"
            ? count(order, probe.now)
            : runVisit(order, { probe, kernel: kernelOnce }));
        const name = replaced();
        return name === null ? report : spoiltBy(name, report);
    };
}
/** What instruments modules is evaluated when something is counted, for the same reason. */
async function count(order, now) {
    const { runCount } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1913));
    return runCount(order, now);
}
/** Makes one engine, puts questions to it and lets it go; what it cannot do is told as a warning. */
async function tryEngine({ engine }) {
    const nothing = { iterations: 0, wallNs: 0, measuredNs: 0, warmupNs: 0, series: [] };
    try {
        const { componentObstacle } = await (0,open_native/* questionNative */.AE)(engine);
        const warnings = componentObstacle === null ? [] : [{ code: protocol/* NO_COMPONENTS */.nE, message: componentObstacle }];
        return { ...nothing, warnings, failure: null };
    }
    catch (error) {
        return { ...nothing, warnings: [], failure: (0,child_failure/* describeFailure */.I)(error, null) };
    }
    finally {
        (0,open_native/* releaseNative */.jZ)();
    }
}
/** Numbers that went through code of the guest's host say nothing. */
function spoiltBy(name, report) {
    const message = `host code replaced ${name}, with which results are put together`;
    // Whatever else went wrong, it went wrong after that.
    const failure = { kind: "host-error", category: null, message, side: "candidate" };
    return { ...report, series: [], failure, spoilt: true };
}
/** Code that reads relative to the working folder finds its own files there. */
function enterFolder(folder) {
    if (process.cwd() !== folder)
        process.chdir(folder);
}
function folderOf(order) {
    if (order.type === "visit")
        return order.payloads[0]?.folder;
    if (order.type === "engine")
        return undefined;
    return order.type === "count" ? order.counted.payload.folder : order.payload?.folder;
}


/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ ORPHAN_WATCH),
/* harmony export */   ZP: () => (/* binding */ CHANNEL_FD),
/* harmony export */   nE: () => (/* binding */ NO_COMPONENTS)
/* harmony export */ });
/** Warning of an engine that runs no components of the Component Model. */
const NO_COMPONENTS = "no-components";
/** Number of the inherited stream over which parent and child talk; guests are not told of it. */
const CHANNEL_FD = 3;
/** Argument by which the measuring entry watches over measuring processes instead of being one. */
const ORPHAN_WATCH = "orphan-watch";


/***/ }),

/***/ 9321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   kh: () => (/* binding */ HOST_NODE),
/* harmony export */   kj: () => (/* binding */ UNPLACED_NODE),
/* harmony export */   oP: () => (/* binding */ REFUND_NODE)
/* harmony export */ });
/** Stands for a function at the node of whoever calls exports: fuel that no function spent, such as that of starting. */
const HOST_NODE = -1;
/** Stands for a function at the node of what Wasmtime gives back: its fuel is negative. */
const REFUND_NODE = -2;
/** Stands for a function above those whose way found no room in the tree. */
const UNPLACED_NODE = -3;


/***/ }),

/***/ 9640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ withoutExpectation)
/* harmony export */ });
/* unused harmony exports callsOf, withoutExpectations, mapCalls */
/**
 * Every call of a guest that a procedure makes.
 *
 * @param procedure - what is done for a benchmark
 * @returns the calls in no particular order; none where only instances are made
 */
function callsOf(procedure) {
    const found = [];
    mapCalls(procedure, (call) => {
        found.push(call);
        return call;
    });
    return found;
}
/**
 * A procedure that accepts whatever its calls return: what the baseline's module owes is not what a new definition asks.
 *
 * @param procedure - what is done for a benchmark; not modified
 * @returns the same without expected results
 */
function withoutExpectations(procedure) {
    return procedure.kind === "workload"
        ? { ...procedure, isFree: true }
        : mapCalls(procedure, withoutExpectation);
}
/**
 * A call that accepts whatever it returns.
 *
 * @param call - call; not modified
 * @returns the same without an expected result
 */
function withoutExpectation({ export: name, args, place }) {
    return { export: name, args, ...(place === undefined ? {} : { place }) };
}
/**
 * Changes every call a procedure makes of a guest.
 *
 * @param procedure - what is done for a benchmark; not modified
 * @param change - gives the call in place of one
 * @returns the procedure with its calls changed
 */
function mapCalls(procedure, change) {
    switch (procedure.kind) {
        case "cold_start":
        case "warm_start":
        case "load":
        case "scaling":
        case "sequence":
        case "grow":
            return { ...procedure, call: procedure.call && change(procedure.call) };
        case "call": {
            const extras = procedure.extras.map((extra) => ({ ...extra, call: change(extra.call) }));
            return { ...procedure, call: change(procedure.call), extras };
        }
        case "async_call":
        case "guarded_call":
        case "cleanup":
        case "exhaust_fuel":
            return { ...procedure, call: change(procedure.call) };
        case "recover":
            return { ...procedure, trap: change(procedure.trap), call: change(procedure.call) };
        case "categorize":
            return { ...procedure, traps: procedure.traps.map(change) };
        case "workload":
        case "native_call":
        case "footprint":
        case "size":
        case "unknown":
            return procedure;
    }
}


/***/ }),

/***/ 6485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ createBatches),
/* harmony export */   e: () => (/* binding */ fastestOf)
/* harmony export */ });
/**
 * Creates what the copies of a visit agree by.
 *
 * @returns nothing is tried out yet
 */
function createBatches() {
    const tried = new Set();
    const least = new Map();
    return {
        tryOut: (metric, side, find) => {
            const own = `${side} ${metric}`;
            if (tried.has(own))
                return false;
            least.set(metric, Math.min(find(), least.get(metric) ?? Number.POSITIVE_INFINITY));
            tried.add(own);
            return true;
        },
        of: (metric) => least.get(metric) ?? 1,
    };
}
/** Most runs by which the time of one is told. */
const TRIALS = 5;
/** Trials end when they have taken this long together: what waits is not repeated for ever. */
const LONGEST_TRIALS_NS = 200e6;
/**
 * The time of a run, by the fastest of a few. One that was interrupted, or that was a cold one, is followed by others.
 *
 * @param take - makes a run and times it
 * @param longNs - a run that computed for so long is long, however cold it was, and not repeated
 * @returns the fastest by wall time
 */
function fastestOf(take, longNs) {
    let fastest = take();
    let spentNs = fastest.wallNs;
    for (let trial = 1; trial < TRIALS && spentNs < LONGEST_TRIALS_NS; trial += 1) {
        if (Math.min(fastest.wallNs, fastest.cpuNs) >= longNs)
            break;
        const again = take();
        spentNs += again.wallNs;
        if (again.wallNs < fastest.wallNs)
            fastest = again;
    }
    return fastest;
}


/***/ }),

/***/ 6064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ whyNotNativeFormat),
/* harmony export */   v: () => (/* binding */ whyNotNative)
/* harmony export */ });
/**
 * Why a procedure cannot run on a native engine.
 *
 * @param procedure - what would be measured
 * @returns the reason in words; null where it can run
 */
function whyNotNative(procedure) {
    switch (procedure.kind) {
        case "native_call":
            return "the host-language reference is JavaScript and runs in V8";
        case "workload":
            return "a workload is JavaScript and drives its module in V8";
        case "async_call":
            return "the C API has no suspended calls";
        default:
            return null;
    }
}
/**
 * Why components of a format cannot run on a native engine.
 *
 * @param format - what the component is
 * @returns the reason in words; null for core modules and components
 */
function whyNotNativeFormat(format) {
    switch (format) {
        case "glue":
            return "glue is JavaScript and runs its module in V8; name the module as a component of its own";
        case "component":
        case "wasm":
        case "wat":
            return null;
    }
}


/***/ }),

/***/ 888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ checkAnswer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7425);


/** Taken when the process starts. What hashes is loaded where a hash is asked for: every process would wait for it else. */
const builtin = process.getBuiltinModule.bind(process);
/**
 * Compares data that a call left in memory, or returned, with what it must be.
 *
 * @param guest - live instance; null for JavaScript, which returns its data
 * @param call - the call, with what is expected under `answer`
 * @param answered - what it returned
 * @param given - its arguments; those that are written once when absent
 * @throws WrongResult when they differ; HostError when the place is none
 */
function checkAnswer(guest, call, answered, given) {
    const { answer } = call;
    if (answer === undefined)
        return;
    const found = guest === null || answer.at === null
        ? returnedBytes(answered.result)
        : leftBytes(guest, answered, answer, given ?? (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentsOf */ .aX)(guest, call));
    if (found !== null && isSame(found, answer))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongResult */ .Jh(answered.name, shown(answer), found === null ? answered.result : seen(found, answer));
}
function isSame(found, { bytes, sha256 }) {
    return bytes === null ? hashOf(found) === sha256 : Buffer.compare(found, bytes) === 0;
}
/** What differs is told by its hash where that is what is expected. */
function shown({ bytes, sha256 }) {
    return bytes ?? `sha256 ${sha256}`;
}
function seen(found, { bytes }) {
    return bytes === null ? `sha256 ${hashOf(found)} (${found.length} bytes)` : found;
}
function hashOf(bytes) {
    return builtin("node:crypto").createHash("sha256").update(bytes).digest("hex");
}
function returnedBytes(result) {
    if (typeof result === "string")
        return new TextEncoder().encode(result);
    if (result instanceof ArrayBuffer)
        return new Uint8Array(result);
    if (Array.isArray(result))
        return Uint8Array.from(result);
    return ArrayBuffer.isView(result)
        ? new Uint8Array(result.buffer, result.byteOffset, result.byteLength)
        : null;
}
function leftBytes(guest, { name, result }, { at, length, bytes }, { addresses }) {
    const results = Array.isArray(result) ? result : [result];
    const address = addressIn(at ?? "result", results, addresses);
    if (address === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongResult */ .Jh(name, "a pointer", result);
    const given = length === "result" ? (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(results.at(-1)) : (length ?? bytes?.length ?? 0);
    if (given === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongResult */ .Jh(name, "a length", result);
    return (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .memoryRange */ .DE)(guest, address, given);
}
function addressIn(at, results, addresses) {
    if (typeof at === "number")
        return at;
    return at === "result" ? (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(results[0]) : (addresses[at.argument] ?? null);
}


/***/ }),

/***/ 386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lg: () => (/* binding */ LEAST_CPU_NS),
/* harmony export */   a0: () => (/* binding */ startClocks),
/* harmony export */   eH: () => (/* binding */ clockNs),
/* harmony export */   jl: () => (/* binding */ readCpu),
/* harmony export */   kw: () => (/* binding */ stopClocks)
/* harmony export */ });
// Taken when the process starts: host code may replace what it finds under these names later, to show a time of its own.
const readWall = process.hrtime.bigint;
const readUsage = process.cpuUsage;
const toNumber = Number;
/** Half of the finest step of CPU time: what something took whose CPU time did not move. */
const LEAST_CPU_NS = 500;
/**
 * The wall clock of this process.
 *
 * @returns nanoseconds since some moment, never running backwards
 */
function clockNs() {
    return toNumber(readWall());
}
/**
 * CPU time of this process so far, all threads, user and system.
 *
 * @returns nanoseconds, in steps of a microsecond at best
 */
function readCpu() {
    const { user, system } = readUsage();
    return (user + system) * 1e3;
}
/**
 * Begins to time something. Wall time is read last, so that reading the other clock is not part of it.
 *
 * @returns where both clocks stand
 */
function startClocks() {
    const cpuNs = readCpu();
    return { cpuNs, wallNs: clockNs() };
}
/**
 * Ends timing something. Wall time is read first.
 *
 * @param start - where the clocks stood
 * @returns what both have counted since
 */
function stopClocks(start) {
    const wallNs = clockNs() - start.wallNs;
    return { wallNs, cpuNs: readCpu() - start.cpuNs };
}


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeCall)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);

/** Characters of all arguments of a call that a message shows. */
const LONGEST_ARGUMENTS = 200;
/**
 * A call as people read it.
 *
 * @param call - export and arguments
 * @returns for example `blur(256)`; of what is long the beginning, in at most 200 characters
 */
function describeCall(call) {
    const args = call.args.map(shownArgument).join(", ");
    const shown = args.length > LONGEST_ARGUMENTS ? `${args.slice(0, LONGEST_ARGUMENTS)}…` : args;
    return `${call.export}(${shown})`;
}
/** Of data, its size is enough. */
function shownArgument(value) {
    return value instanceof Uint8Array ? `${value.length} bytes` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeValue */ .bp)(value);
}


/***/ }),

/***/ 8858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jh: () => (/* binding */ WrongResult),
/* harmony export */   YD: () => (/* binding */ ErrorResult),
/* harmony export */   bp: () => (/* binding */ describeValue),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   ie: () => (/* binding */ PartFault),
/* harmony export */   kX: () => (/* binding */ MissingTrap),
/* harmony export */   kn: () => (/* binding */ Uncounted),
/* harmony export */   nk: () => (/* binding */ GuestExit)
/* harmony export */ });
/** The guest answered, but not as expected. */
class WrongResult extends Error {
    constructor(call, expected, actual, options = {}) {
        super(`${call} returned ${describeValue(actual)}, expected ${describeValue(expected)}`, options);
        this.name = "WrongResult";
    }
}
/** A component's function returned the error of its `result`. */
class ErrorResult extends WrongResult {
    constructor(call, options) {
        super(call, "a result that is ok", options.cause.payload, options);
        this.message = `${call} returned the error ${describeValue(options.cause.payload)}; a call that is measured must succeed`;
        this.name = "ErrorResult";
    }
}
/** A call that must trap returned instead. */
class MissingTrap extends Error {
    constructor(call) {
        super(`${call} returned, expected a trap`);
        this.name = "MissingTrap";
    }
}
/** The user's imports module or glue is at fault, not the guest. */
class HostError extends Error {
    constructor(message, options = {}) {
        super(message, options);
        this.name = "HostError";
    }
}
/** A part besides the call failed: making the guest, or a part of the user's workload module; the cause tells how. */
class PartFault extends Error {
    constructor(part, options) {
        super(`${part} failed`, options);
        this.name = "PartFault";
    }
}
/** A call ran, and not all of it could be counted. */
class Uncounted extends Error {
    constructor(message) {
        super(message);
        this.name = "Uncounted";
    }
}
/** The guest ended itself (`proc_exit`). */
class GuestExit extends Error {
    exitCode;
    constructor(exitCode) {
        super(`the guest exited with code ${exitCode}`);
        this.name = "GuestExit";
        this.exitCode = exitCode;
    }
}
/** Characters of a value that a message shows, and more items of a list than these are. */
const LONGEST_SHOWN = 80;
function isRecord(value) {
    return Object.prototype.toString.call(value) === "[object Object]";
}
/** The first items of a list of any kind; null for anything else. */
function itemsOf(value) {
    if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && !(value instanceof DataView)))
        return null;
    return Array.from(value.slice(0, LONGEST_SHOWN));
}
/** What JSON has no word for is shown as JavaScript writes it. */
function jsonWord(_, value) {
    if (typeof value === "bigint")
        return `${value}n`;
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
function jsonOf(value) {
    try {
        return JSON.stringify(value, jsonWord);
    }
    catch {
        return "an object";
    }
}
/**
 * A value as people read it.
 *
 * @param value - anything: an argument, a result
 * @returns its beginning, in at most 80 characters and an ellipsis where there is more
 */
function describeValue(value) {
    if (typeof value === "bigint")
        return cut(`${value}n`);
    if (typeof value === "string")
        return cut(JSON.stringify(value.slice(0, LONGEST_SHOWN + 1)));
    const shown = itemsOf(value) ?? value;
    const text = Array.isArray(shown) || isRecord(shown) ? jsonOf(shown) : String(shown);
    return cut(text);
}
function cut(text) {
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}


/***/ }),

/***/ 4090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ installFileFetch)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3136);


/** Taken when the process starts; what reads is loaded where something is fetched: every process would wait for it else. */
const builtin = process.getBuiltinModule.bind(process);
/** What streaming compilation and `json()` look at. */
const TYPES = {
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
};
/** The module that was loaded last: relative addresses of code that cannot be told are relative to it. */
let lastModule = "";
let original;
/**
 * Teaches this process to fetch what a page would: Node's own fetch refuses `file:` and relative addresses, by which
 * glue for browsers finds its module. Other addresses go on to Node's.
 *
 * @param module - file URL of the JavaScript that is about to be loaded
 */
function installFileFetch(module) {
    lastModule = module;
    if (original !== undefined)
        return;
    original = globalThis.fetch;
    const fallback = original;
    const fetchFile = (input, options) => {
        const url = addressOf(input);
        if (url?.protocol !== "file:")
            return fallback(input, options);
        return readResponse(url, methodOf(input, options));
    };
    globalThis.fetch = fetchFile;
}
function addressOf(input) {
    const address = typeof input === "string" || input instanceof URL ? String(input) : input.url;
    if (URL.canParse(address))
        return new URL(address);
    const base = callerModule() ?? lastModule;
    return URL.canParse(address, base) ? new URL(address, base) : null;
}
/** Where a frame of a stack is: an address in ES modules, a path in CommonJS. */
const FRAME = /((?:file:\/\/\/|\/|[A-Za-z]:\\)[^\n()]+?):\d+:\d+\)?$/gm;
/** The file that called fetch: the first of the stack that is not this program's own. */
function callerModule() {
    const files = [...(new Error("where").stack ?? "").matchAll(FRAME)].map((match) => match[1] ?? "");
    const caller = files.find((file) => file !== files[0]) ?? null;
    if (caller === null || caller.startsWith("file:"))
        return caller;
    return (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(caller).href;
}
function methodOf(input, options) {
    const own = typeof input === "object" && "method" in input ? input.method : "GET";
    return (options?.method ?? own).toUpperCase();
}
async function readResponse(url, method) {
    if (method !== "GET" && method !== "HEAD")
        throw new TypeError(`fetch failed: ${method} of a file`);
    let bytes;
    try {
        bytes = new Uint8Array(await builtin("node:fs/promises").readFile((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(url)));
    }
    catch (cause) {
        throw new TypeError("fetch failed", { cause });
    }
    const type = TYPES[(0,node_path__WEBPACK_IMPORTED_MODULE_0__.extname)(url.pathname)] ?? "application/octet-stream";
    const headers = { "content-type": type, "content-length": String(bytes.length) };
    const response = new Response(method === "HEAD" ? null : bytes, { headers });
    return Object.defineProperty(response, "url", { value: url.href });
}


/***/ }),

/***/ 336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ requireInstance),
/* harmony export */   Mp: () => (/* binding */ openGlue),
/* harmony export */   pE: () => (/* binding */ requireWrapped),
/* harmony export */   yt: () => (/* binding */ NO_COPY)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);
/* harmony import */ var _file_fetch_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4090);
/* harmony import */ var _glue_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8628);
/* harmony import */ var _separate_copies_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3292);
/* harmony import */ var _wrapped_wrap_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7686);





/** Why copies of glue cannot be told from one another, or the second has nothing to measure. */
const NO_COPY = "another copy of this glue makes no WebAssembly instance of its own in the thread it is loaded in";
/**
 * Loads glue, the engine wrapped, and finds out how further copies of it are made.
 *
 * @param payload - a component with glue
 * @param nonce - of the first copy; the next ones have the numbers after it
 * @param watch - what sees what the copies make
 * @returns makes further copies; to be released
 * @throws HostError when it cannot be loaded; the engine is as it was then
 */
async function openGlue(payload, nonce, { records, hooks }) {
    (0,_file_fetch_js__WEBPACK_IMPORTED_MODULE_1__/* .installFileFetch */ .k)(payload.glue?.url ?? "");
    (0,_separate_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .expectCopies */ .j)();
    const engine = (0,_wrapped_wrap_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapEngine */ .l)(hooks);
    try {
        const { again } = await (0,_glue_js__WEBPACK_IMPORTED_MODULE_2__/* .importGlue */ .H)(payload, { nonce, module: nonce });
        const makesAnew = again !== null && (await makesInstance(again, records));
        let last = nonce;
        const importAnew = async () => {
            last += 1;
            return (await (0,_glue_js__WEBPACK_IMPORTED_MODULE_2__/* .importGlue */ .H)(payload, { nonce: last, module: nonce })).scope.find;
        };
        const find = makesAnew ? again : importAnew;
        return {
            way: makesAnew ? "init" : "import",
            renew: async () => {
                const record = records.begin();
                return toGuest(await find(), record);
            },
            ...engine,
        };
    }
    catch (error) {
        engine.release();
        throw error;
    }
}
/** Many initialise once, and answer later calls with what they have; some do not like to be asked. */
async function makesInstance(again, records) {
    const { instances } = records.begin();
    try {
        await again();
    }
    catch {
        return false;
    }
    return instances.length > 0;
}
/** What a copy makes late is its own too. */
function toGuest(find, { instances, memories }) {
    return {
        instance: null,
        session: null,
        find,
        get memories() {
            return [...memories];
        },
        instances: () => instances.length,
    };
}
/**
 * Requires that a copy has run WebAssembly of its own; to be asked after its first call.
 *
 * @param guest - a copy of glue, or a guest of another kind, which always has
 * @throws HostError when it has made no instance
 */
function requireInstance(guest) {
    if ("instances" in guest && guest.instances() === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(NO_COPY);
}
/**
 * Requires that copies were seen: host code may replace what they are seen by.
 *
 * @param engine - the wrapped engine
 * @throws HostError naming what was replaced
 */
function requireWrapped({ replaced }) {
    const name = replaced();
    if (name !== null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`host code replaced ${name}, by which copies of glue are told apart`);
}


/***/ }),

/***/ 8628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ importGlue)
});

;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
// EXTERNAL MODULE: ./lib/wasm/unique.js
var unique = __nccwpck_require__(9809);
// EXTERNAL MODULE: ./lib/suites/errors.js
var errors = __nccwpck_require__(8858);
;// CONCATENATED MODULE: ./lib/suites/join-scopes.js
/**
 * One object for all that glue exports: its values may still change, and change by being written to.
 *
 * @param scopes - module, its default export, what initialising it gave; the first that has a name gives it
 * @returns functions, classes and values by name
 */
function joinScopes(scopes) {
    const objects = scopes.filter((scope) => (typeof scope === "object" && scope !== null) || typeof scope === "function");
    const holderOf = (key) => objects.find((scope) => Reflect.get(scope, key) !== undefined);
    return new Proxy(Object.create(null), {
        get: (_, key) => {
            const holder = holderOf(key);
            const found = holder === undefined ? undefined : Reflect.get(holder, key);
            // Methods of an object with a class of its own need that object.
            return typeof found === "function" && holder !== undefined && hasClass(holder)
                ? found.bind(holder)
                : found;
        },
        set: (_, key, value) => Reflect.set(holderOf(key) ?? objects.at(-1) ?? {}, key, value),
        has: (_, key) => holderOf(key) !== undefined,
        ownKeys: () => [...new Set(objects.flatMap((scope) => Object.keys(scope)))],
        getOwnPropertyDescriptor: (_, key) => {
            const holder = holderOf(key);
            if (holder === undefined)
                return undefined;
            const value = Reflect.get(holder, key);
            return { value, enumerable: true, configurable: true, writable: true };
        },
    });
}
function hasClass(holder) {
    const prototype = Object.getPrototypeOf(holder);
    return typeof holder === "object" && prototype !== null && prototype !== Object.prototype;
}

;// CONCATENATED MODULE: ./lib/suites/glue-faults.js

/** How the message begins that names a function which glue does not export. */
const NO_FUNCTION = "the glue module exports no function";
/** What is said of glue whose `init` is no function. */
const NO_INIT = "the export named by `init` is no function";
/** What is said of glue that exports no function at all. */
const EXPORTS_NONE = "it exports none";
/** Names of functions that a message shows. */
const MOST_NAMES = 12;
/**
 * The functions that glue exports, for messages.
 *
 * @param scopes - its module, its default export, what initialising it gave
 * @returns for example `it exports parse, print`
 */
function exportedFunctions(scopes) {
    const all = joinScopes(scopes);
    const names = Object.keys(all).filter((name) => typeof all[name] === "function");
    if (names.length === 0)
        return EXPORTS_NONE;
    const shown = names.slice(0, MOST_NAMES).join(", ");
    return `it exports ${shown}${names.length > MOST_NAMES ? ", …" : ""}`;
}

// EXTERNAL MODULE: ./lib/suites/load-fault.js
var load_fault = __nccwpck_require__(7040);
// EXTERNAL MODULE: ./lib/suites/separate-copies.js
var separate_copies = __nccwpck_require__(3292);
;// CONCATENATED MODULE: ./lib/suites/glue.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};








/**
 * Imports a copy of a glue module, and hands it its own module's bytes where it wants them.
 *
 * @param payload - the component; imported anew with all it needs, under a query of its own
 * @param ids - what distinguishes the copy
 * @returns what finds its functions, and initialises it again
 * @throws HostError when it cannot be loaded
 */
async function importGlue(payload, ids) {
    const { url, init } = payload.glue ?? { url: "", init: null };
    try {
        (0,separate_copies/* beginCopy */.F)(ids.nonce);
        const namespace = (await import(__rewriteRelativeImportExtension(
        /* webpackIgnore: true */ `${url}?copy=${ids.nonce}`)));
        const scopes = [namespace, namespace.default];
        const scopeOf = (all) => ({
            find: finderIn(all),
            exports: joinScopes(all),
            load: (name) => loadBeside(url, name, ids.nonce),
        });
        if (init === null)
            return { scope: scopeOf(scopes), again: null };
        const bytes = ownBytes(payload, ids.module);
        const start = lookUp(namespace, init);
        if (typeof start !== "function")
            throw new errors/* HostError */.dh(`${NO_INIT}; ${exportedFunctions(scopes)}`);
        const initialised = () => initialise(start, bytes);
        return {
            scope: scopeOf([...scopes, await initialised()]),
            again: async () => finderIn([...scopes, await initialised()]),
        };
    }
    catch (cause) {
        throw new errors/* HostError */.dh(`the glue module could not be loaded: ${(0,load_fault/* loadFault */.p)(cause, url, payload.side)}`, { cause });
    }
}
function finderIn(scopes) {
    return (name) => {
        for (const scope of scopes) {
            const found = lookUp(scope, name);
            if (typeof found === "function")
                return found.bind(scope);
        }
        throw new errors/* HostError */.dh(`${NO_FUNCTION} "${name}"; ${exportedFunctions(scopes)}`);
    };
}
async function loadBeside(url, name, nonce) {
    const isPath = /^\.{0,2}\//.test(name);
    const find = () => (0,external_node_url_.pathToFileURL)((0,external_node_module_namespaceObject.createRequire)(url).resolve(name)).href;
    try {
        if (name.startsWith("node:"))
            return await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ name));
        const address = isPath ? new URL(name, url).href : find();
        return await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ `${address}?copy=${nonce}`));
    }
    catch (cause) {
        throw new errors/* HostError */.dh(`guest.load(${JSON.stringify(name)}) failed: ${(0,load_fault/* loadFault */.p)(cause, url, "candidate")}; it is relative to the glue`, { cause });
    }
}
/** How raw bindings of AssemblyScript begin: bytes would be compiled, and what comes of that is no instance. */
const TAKES_MODULE = /^async function \w+\(module\b.*\{\s*const adaptedImports\b/;
/** What was handed over last, so that copies of one module are not delayed by copying it. */
let handed = null;
/** Glue that is handed its module gets bytes of its own too, so that no copy runs another one's code. */
function ownBytes({ bytes: source }, nonce) {
    if (source.length === 0)
        return source;
    // Glue may have given the buffer away.
    const isHeld = handed?.source === source && handed.nonce === nonce && handed.bytes.length > 0;
    if (!isHeld)
        handed = { source, nonce, bytes: (0,unique/* rewriteNonce */.Iq)((0,unique/* prepareUnique */.TQ)(source), nonce) };
    return handed?.bytes ?? source;
}
function lookUp(scope, name) {
    const isScope = (typeof scope === "object" && scope !== null) || typeof scope === "function";
    return isScope ? scope[name] : undefined;
}
/**
 * One options object serves wasm-bindgen (`module`, `module_or_path`) and Emscripten (`wasmBinary`); older wasm-bindgen
 * takes the bytes, raw bindings of AssemblyScript the compiled module. Without `wasm` the glue finds its module itself.
 */
async function initialise(init, bytes) {
    if (bytes.length === 0)
        return await init();
    // Trying would make an instance that is none of its users'.
    if (TAKES_MODULE.test(Function.prototype.toString.call(init)))
        return await init(await WebAssembly.compile(new Uint8Array(bytes)));
    try {
        return await init({ module: bytes, module_or_path: bytes, wasmBinary: bytes });
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        return await init(bytes);
    }
}


/***/ }),

/***/ 6357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ instantiate),
/* harmony export */   K7: () => (/* binding */ checkAll),
/* harmony export */   Sc: () => (/* binding */ findExport),
/* harmony export */   fG: () => (/* binding */ catchTrap),
/* harmony export */   iJ: () => (/* binding */ checkResult),
/* harmony export */   l7: () => (/* binding */ callUnchecked),
/* harmony export */   qO: () => (/* binding */ callOnce),
/* harmony export */   qc: () => (/* binding */ verifyCall),
/* harmony export */   sJ: () => (/* binding */ callTimed),
/* harmony export */   yL: () => (/* binding */ isPromise),
/* harmony export */   zs: () => (/* binding */ createGuestFactory)
/* harmony export */ });
/* harmony import */ var _wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9809);
/* harmony import */ var _check_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(888);
/* harmony import */ var _describe_call_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9965);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8858);
/* harmony import */ var _file_fetch_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4090);
/* harmony import */ var _glue_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8628);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5329);
/* harmony import */ var _link_fault_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6016);
/* harmony import */ var _native_guest_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5923);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(7425);
/* harmony import */ var _same_value_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(834);
/* harmony import */ var _start_fault_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(9920);
/* harmony import */ var _transpiled_compile_transpiled_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(4204);
/* harmony import */ var _transpiled_load_transpiled_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(6925);














/**
 * Compiles a copy of a component from bytes no other copy shares.
 *
 * @param payload - the component; glue is imported anew under a query of its own
 * @param nonce - distinguishes the copy
 * @returns a factory of instances; for glue every call of `create` gives the same guest
 * @throws WebAssembly.CompileError, HostError
 */
async function createGuestFactory(payload, nonce) {
    if (payload.engine !== undefined)
        return (0,_native_guest_js__WEBPACK_IMPORTED_MODULE_8__/* .createNativeFactory */ .Mz)(payload);
    if (payload.transpiled !== undefined)
        return { module: null, ...(await (0,_transpiled_compile_transpiled_js__WEBPACK_IMPORTED_MODULE_12__/* .compileTranspiled */ .K)(await (0,_transpiled_load_transpiled_js__WEBPACK_IMPORTED_MODULE_13__/* .loadComponentHost */ .uD)(payload), nonce)) };
    if (payload.glue !== null)
        (0,_file_fetch_js__WEBPACK_IMPORTED_MODULE_4__/* .installFileFetch */ .k)(payload.glue.url);
    const sessions = await (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .createSessionFactory */ .b)(payload);
    if (payload.glue !== null) {
        const { scope } = await (0,_glue_js__WEBPACK_IMPORTED_MODULE_5__/* .importGlue */ .H)(payload, { nonce, module: nonce });
        return {
            module: null,
            create: () => ({ instance: null, session: null, ...scope }),
            recompile: null,
        };
    }
    const unique = (0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareUnique */ .TQ)(payload.bytes);
    const module = new WebAssembly.Module((0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__/* .rewriteNonce */ .Iq)(unique, nonce));
    return {
        module,
        create: () => instantiate(module, sessions),
        recompile: (serial) => recompiled(unique, serial, sessions),
    };
}
function recompiled(unique, serial, sessions) {
    const module = new WebAssembly.Module((0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__/* .rewriteNonce */ .Iq)(unique, serial));
    return () => instantiate(module, sessions);
}
/**
 * Makes a live instance of a compiled module.
 *
 * @param module - compiled module
 * @param sessions - makes the host of the instance
 * @returns the guest, attached to its host
 * @throws WebAssembly.LinkError naming every import that nobody provides; PartFault for what it throws by itself
 */
function instantiate(module, sessions) {
    const session = sessions();
    const instance = link(module, session.imports);
    attach(session, instance);
    return {
        instance,
        session,
        find: (name) => findExport(instance.exports, name),
    };
}
/** A reactor is initialised by it. */
function attach(session, instance) {
    try {
        session.attach(instance);
    }
    catch (error) {
        throw (0,_start_fault_js__WEBPACK_IMPORTED_MODULE_11__/* .startFault */ .HF)(_start_fault_js__WEBPACK_IMPORTED_MODULE_11__/* .INITIALISING */ .bJ, error);
    }
}
function link(module, imports) {
    try {
        return new WebAssembly.Instance(module, imports);
    }
    catch (error) {
        throw (0,_start_fault_js__WEBPACK_IMPORTED_MODULE_11__/* .startFault */ .HF)(_start_fault_js__WEBPACK_IMPORTED_MODULE_11__/* .INSTANTIATING */ .WE, (0,_link_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .linkFault */ .$)(error, module, imports));
    }
}
/**
 * Runs a call once and checks its result.
 *
 * @param guest - live instance
 * @param call - export, arguments and expectation; `_start` runs a WASI command to its end
 * @returns what the guest returned
 * @throws WrongResult when `expect` is given and differs; GuestExit on a WASI exit code other than 0
 */
function callOnce(guest, call) {
    const result = callTimed(guest, call);
    (0,_check_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAnswer */ .d)(guest, call, { name: (0,_describe_call_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call), result });
    return result;
}
/**
 * Runs a call once. What it must leave in memory is not looked at: reading that back would be timed too.
 *
 * @param guest - live instance
 * @param call - as for {@link callOnce}
 * @returns what the guest returned
 * @throws as {@link callOnce}, but for data
 */
function callTimed(guest, call) {
    const result = callUnchecked(guest, call);
    if (call.export !== "_start")
        checkResult(call, result);
    return result;
}
/**
 * Runs a call once, whatever it returns.
 *
 * @param guest - live instance
 * @param call - as for {@link callOnce}
 * @returns what the guest returned, a promise where it is one
 * @throws what the guest throws; GuestExit on a WASI exit code other than 0
 */
function callUnchecked(guest, call) {
    const { session, instance, native } = guest;
    if (call.export === "_start" && session?.start && (instance ?? native) != null) {
        const code = session.start();
        if (code !== 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GuestExit */ .nk(code);
        return code;
    }
    return guest.find(call.export)(...(0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_9__/* .argumentsOf */ .aX)(guest, call).args);
}
/**
 * Checks everything that is asked of a call.
 *
 * @param guest - live instance
 * @param call - the call that was made
 * @param result - what it returned, awaited
 * @throws as {@link callOnce}
 */
function checkAll(guest, call, result) {
    if (call.export === "_start")
        return;
    checkResult(call, result);
    (0,_check_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAnswer */ .d)(guest, call, { name: (0,_describe_call_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call), result });
}
/**
 * Whether a result must be awaited.
 *
 * @param value - what a call returned
 * @returns true for a promise of any kind
 */
function isPromise(value) {
    return typeof value?.then === "function";
}
/**
 * Runs a call once and checks all it must do; where its data can be given back, with data of its own.
 *
 * @param guest - live instance
 * @param call - as for {@link callOnce}
 * @returns what the guest returned
 * @throws as {@link callOnce}
 */
function verifyCall(guest, call) {
    const { place } = call;
    if (place === undefined || place.free === null)
        return callOnce(guest, call);
    const fresh = (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_9__/* .placeArguments */ .g7)(guest, call, place);
    const result = guest.find(call.export)(...fresh.args);
    checkResult(call, result);
    (0,_check_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAnswer */ .d)(guest, call, { name: (0,_describe_call_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call), result }, fresh);
    fresh.release();
    return result;
}
/**
 * Compares a result with the one a call must give.
 *
 * @param call - the call that was made
 * @param result - what it returned
 * @throws WrongResult when they differ: an i32 may be given unsigned, an f32 with the digits of a double. HostError for a promise
 */
function checkResult(call, result) {
    if (isPromise(result))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`${(0,_describe_call_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call)} returned a promise, and only calls of glue and of a \`workload\` are awaited`);
    // Of a component, nothing may be what is expected: a value of its own, and not the same as no expectation.
    if (!("expect" in call) || (0,_same_value_js__WEBPACK_IMPORTED_MODULE_10__/* .sameValue */ .e)(call.expect, result))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .WrongResult */ .Jh((0,_describe_call_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call), call.expect, result);
}
/**
 * Makes a call that must trap and returns what it threw.
 *
 * @param guest - live instance
 * @param call - the call
 * @returns the error, untouched
 * @throws MissingTrap when the call returns
 */
function catchTrap(guest, call) {
    const trap = guest.find(call.export);
    const { args } = (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_9__/* .argumentsOf */ .aX)(guest, call);
    try {
        trap(...args);
    }
    catch (error) {
        return error;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .MissingTrap */ .kX((0,_describe_call_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call));
}
/**
 * Finds an exported function.
 *
 * @param exports - exports of an instance
 * @param name - name of the export
 * @returns the function
 * @throws HostError when there is none of that name
 */
function findExport(exports, name) {
    const found = exports[name];
    if (typeof found !== "function")
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`there is no exported function "${name}"`);
    return found;
}


/***/ }),

/***/ 5329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ createOwnHosts),
  b: () => (/* binding */ createSessionFactory)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/wasm/module-needs.js
var module_needs = __nccwpck_require__(3966);
// EXTERNAL MODULE: ./lib/suites/clocks.js
var clocks = __nccwpck_require__(386);
// EXTERNAL MODULE: ./lib/suites/errors.js
var suites_errors = __nccwpck_require__(8858);
// EXTERNAL MODULE: ./lib/suites/file-fetch.js
var file_fetch = __nccwpck_require__(4090);
// EXTERNAL MODULE: ./lib/suites/load-fault.js
var load_fault = __nccwpck_require__(7040);
;// CONCATENATED MODULE: ./lib/suites/make-imports.js
/**
 * Adds to imports the memories and tables that a module declares and nobody gives: of their least size, growing to their
 * greatest.
 *
 * @param given - what the host gives; goes before what is made
 * @param needs - what the module declares
 * @returns the imports of one instance; `given` itself where nothing is to be made
 */
function makeImports(given, needs) {
    const { memories, tables } = needs;
    if (memories.length === 0 && tables.length === 0)
        return given;
    const made = { ...given };
    const add = (place, make) => {
        if (importOf(made, place) !== undefined)
            return;
        // What the host gave stays reachable, getters and prototypes included.
        const around = made[place.module];
        made[place.module] = Object.assign(Object.create(isScope(around) ? around : null), { [place.name]: make() });
    };
    for (const memory of memories)
        add(memory, () => new WebAssembly.Memory({ ...sizesOf(memory), shared: memory.shared }));
    for (const table of tables)
        add(table, () => {
            const element = table.element === "externref" ? "externref" : "anyfunc";
            return new WebAssembly.Table({ ...sizesOf(table), element });
        });
    return made;
}
/**
 * Finds the memories an instance imports, whoever gave them.
 *
 * @param imports - what the instance was given
 * @param needs - what its module declares
 * @returns the memories, each once
 */
function importedMemories(imports, { memories }) {
    const found = memories.map((place) => importOf(imports, place));
    return [...new Set(found)].filter((one) => one instanceof WebAssembly.Memory);
}
function isScope(value) {
    return (typeof value === "object" && value !== null) || typeof value === "function";
}
function importOf(imports, { module, name }) {
    return imports[module]?.[name];
}
/** What is addressed by 64 bits is described so, in bigints. */
function sizesOf({ min, max, is64 }) {
    const sizes = max === null ? { initial: min } : { initial: min, maximum: max };
    if (!is64)
        return sizes;
    const wide = Object.entries(sizes).map(([name, size]) => [name, BigInt(size)]);
    return { address: "i64", ...Object.fromEntries(wide) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/suites/pinned.js
var suites_pinned = __nccwpck_require__(2375);
;// CONCATENATED MODULE: ./lib/suites/wasi-stdin.js
/** Errors of WASI preview 1. */
const SUCCESS = 0;
/** Number of the stream a guest reads as its input. */
const STDIN = 0;
/** Size in bytes of one entry of a list of buffers: address and length. */
const BUFFER_ENTRY = 8;
/**
 * The input of one instance, from its first byte. A process has one stream for all its instances; each needs its own.
 *
 * @param input - all of it
 * @param host - memory of the guest, and what reads other files
 * @returns functions that replace those of the host
 */
function stdinOf(input, host) {
    let at = 0;
    const readOther = host.fd_read;
    return {
        fd_read: (fd, buffers, count, done) => {
            if (fd !== STDIN)
                return readOther(fd, buffers, count, done);
            const { buffer } = host.memory();
            const view = new DataView(buffer);
            let read = 0;
            for (let index = 0; index < count >>> 0; index += 1) {
                const entry = (buffers >>> 0) + index * BUFFER_ENTRY;
                const [start, length] = [view.getUint32(entry, true), view.getUint32(entry + 4, true)];
                const part = input.subarray(at, at + length);
                new Uint8Array(buffer, start, length).set(part);
                at += part.length;
                read += part.length;
            }
            view.setUint32(done >>> 0, read, true);
            return SUCCESS;
        },
    };
}

;// CONCATENATED MODULE: ./lib/suites/wasi-host.js





/** Nothing but clocks, randomness and output. */
const NO_INPUTS = { args: [], env: {}, preopens: {}, stdin: null };
/** Loaded when a component asks for it: every other process starts 10 ms sooner. */
function loadWasi() {
    return process.getBuiltinModule("node:wasi").WASI;
}
/**
 * Prepares WASI preview 1; what is its input is read once.
 *
 * @param inputs - arguments, variables, folders and input; nothing of them when absent
 * @param pinned - clocks and randomness that repeat, for counting; null for the real ones
 * @returns makes it for an instance
 */
function createWasiHosts(inputs = NO_INPUTS, pinned = null) {
    const { args, env, preopens, stdin } = inputs;
    const input = stdin === null ? null : (0,external_node_fs_.readFileSync)(stdin);
    const WasiClass = loadWasi();
    return () => {
        const wasi = new WasiClass({
            version: "preview1",
            args: ["component", ...args],
            env: { ...env },
            preopens: { ...preopens },
            returnOnExit: true,
        });
        let attached;
        const memory = () => attached?.exports.memory ?? noMemory();
        const own = wasi.getImportObject()[module_needs/* WASI_MODULE */.GJ];
        return {
            imports: {
                ...own,
                ...(pinned === null ? {} : (0,suites_pinned/* pinnedWasi */.X8)(pinned, memory)),
                ...(input === null ? {} : stdinOf(input, { memory, ...own })),
                proc_exit: exit,
            },
            attach: (instance, imported) => {
                attached = withMemory(instance, imported);
                if (!("_start" in attached.exports))
                    wasi.initialize(attached);
            },
            start: () => {
                try {
                    return wasi.start(attached ?? {});
                }
                catch (error) {
                    if (error instanceof suites_errors/* GuestExit */.nk)
                        return error.exitCode;
                    throw error;
                }
            },
        };
    };
}
/** Node ends a guest by throwing a symbol that only a command's start understands; other exports need a real error. */
function exit(code) {
    throw new suites_errors/* GuestExit */.nk(code);
}
/** Node asks for a memory among the exports, also of a guest that imports its own or has none. */
function withMemory(instance, imported) {
    if (instance.exports.memory instanceof WebAssembly.Memory)
        return instance;
    const memory = imported ?? new WebAssembly.Memory({ initial: 0 });
    return Object.create(WebAssembly.Instance.prototype, {
        exports: { value: { ...instance.exports, memory }, enumerable: true },
    });
}
function noMemory() {
    throw new suites_errors/* HostError */.dh("the guest called its host before it was ready");
}

;// CONCATENATED MODULE: ./lib/suites/host.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};








const NO_NEEDS = { wasi: false, memories: [], tables: [] };
/**
 * Prepares the host a payload asks for; a user's imports module is loaded once.
 *
 * WASI is given to whoever imports it, and memories and tables are made as they are declared, unless the imports module
 * gives its own.
 *
 * @param payload - component with its host
 * @param pinned - clocks and randomness that repeat, for counting; null for the real ones
 * @returns a factory of sessions, one per instance
 * @throws HostError when the imports module cannot be loaded or exports neither `imports` nor `createImports`
 */
async function createSessionFactory(payload, pinned = null) {
    const { host, needs = NO_NEEDS, wasi } = payload;
    const own = await createOwnHosts(payload);
    const hosts = needs.wasi || host.kind === "wasi" ? createWasiHosts(wasi, pinned) : null;
    return () => openSession(own(), needs, hosts);
}
/**
 * Prepares what of a payload's host is JavaScript, whatever engine runs the guest; a user's imports module is loaded once.
 *
 * @param payload - component with its host
 * @returns makes it for an instance: the imports module, or what the reference components call, and the guest's own marks
 * @throws HostError as {@link createSessionFactory}
 */
async function createOwnHosts({ host, side }) {
    let own = () => ({ imports: referenceImports(), attach: () => { } });
    if (host.kind === "module") {
        (0,file_fetch/* installFileFetch */.k)(host.url);
        own = moduleHost(await loadImports(host.url, side));
    }
    return () => {
        const marks = createMarks();
        const { imports, attach } = own();
        return { imports: { bench: marks.imports, ...imports }, attach, marked: marks.marked };
    };
}
function openSession(own, needs, hosts) {
    const given = own.imports;
    const wasi = module_needs/* WASI_MODULE */.GJ in given ? null : (hosts?.() ?? null);
    const imports = makeImports(wasi === null ? given : { ...given, [module_needs/* WASI_MODULE */.GJ]: wasi.imports }, needs);
    const memories = importedMemories(imports, needs);
    return {
        imports,
        attach: (instance) => {
            own.attach(instance);
            if (wasi === null)
                initialise(instance);
            else
                wasi.attach(instance, memories[0]);
        },
        start: wasi === null ? null : wasi.start,
        marked: own.marked,
        memories,
    };
}
/** A reactor must be initialised before any other export is called, with WASI or without. */
function initialise({ exports }) {
    const { _initialize: begin } = exports;
    if (typeof begin === "function" && !("_start" in exports))
        begin();
}
/** The imports the shipped reference components call. */
function referenceImports() {
    const increment = (value) => (value + 1) | 0;
    const suspending = WebAssembly.Suspending;
    const asynchronous = async (value) => (value + 1) | 0;
    return {
        "wasm-bench": {
            increment,
            increment_async: suspending === undefined ? increment : new suspending(asynchronous),
        },
    };
}
/** The sightglass contract: the guest marks the measured part itself. */
function createMarks() {
    let start = null;
    let elapsed = null;
    return {
        imports: {
            start: () => {
                elapsed = null;
                start = (0,clocks/* startClocks */.a0)();
            },
            end: () => {
                elapsed = start === null ? null : (0,clocks/* stopClocks */.kw)(start);
            },
        },
        marked: () => elapsed,
    };
}
async function loadImports(url, side) {
    let loaded;
    try {
        loaded = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ url)));
    }
    catch (cause) {
        throw new suites_errors/* HostError */.dh(`the imports module could not be loaded: ${(0,load_fault/* loadFault */.p)(cause, url, side)}`, {
            cause,
        });
    }
    const { imports, createImports } = loaded;
    if (typeof createImports === "function")
        return createImports;
    if (typeof imports === "object" && imports !== null)
        return () => imports;
    throw new suites_errors/* HostError */.dh("the imports module exports neither `imports` (an object) nor `createImports` (a function)");
}
function moduleHost(factory) {
    return () => {
        let instance;
        const getInstance = () => {
            if (instance === undefined)
                throw new suites_errors/* HostError */.dh("getInstance() was called before the instance existed");
            return instance;
        };
        let imports;
        try {
            imports = factory({ getInstance });
        }
        catch (cause) {
            throw new suites_errors/* HostError */.dh(`createImports threw: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
        }
        return {
            imports,
            attach: (created) => {
                instance = created;
            },
        };
    };
}


/***/ }),

/***/ 6101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ dropAfter),
/* harmony export */   q: () => (/* binding */ leavingOperation)
/* harmony export */ });
/* harmony import */ var _batches_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6485);
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(386);
/* harmony import */ var _trampoline_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9334);



/** Runs at once by the time of one: what is left behind by them all is let go afterwards. */
const BATCHES = [
    [100e3, 32],
    [1e6, 8],
];
/** A run this long is made alone, however cold it was. */
const LONG_RUN_NS = 10e6;
/**
 * An operation that leaves guests behind. V8 collects them some time later. A native engine is told to let them go, and
 * that is no part of the operation: a batch of runs is timed as a whole, by both clocks, and then cleaned up. How many
 * runs are made at once is found by the first observations of both sides, which belong to the warm-up.
 *
 * @param work - what is timed
 * @returns the operation
 */
function leavingOperation({ metric, run, operations, copy }) {
    const { payload, nonce, batches = (0,_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .createBatches */ .J)() } = copy;
    if (payload.engine === undefined) {
        const work = () => run(() => { });
        const timed = (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_2__/* .createTrampoline */ .s)("return last = work();", { work }, nonce);
        return { kind: "timed", metric, operations, run: timed };
    }
    const take = (runs) => dropAfter((leave) => {
        const start = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .startClocks */ .a0)();
        for (let made = 0; made < runs; made += 1)
            run(leave);
        return (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw)(start);
    });
    return {
        kind: "observed",
        metric,
        get operations() {
            return operations * batches.of(metric);
        },
        observe: () => {
            let alone = null;
            batches.tryOut(metric, payload.side, () => {
                alone = (0,_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .fastestOf */ .e)(() => take(1), LONG_RUN_NS);
                return runsAtOnce(alone);
            });
            return alone ?? take(batches.of(metric));
        },
    };
}
/**
 * Does work and then lets go of what it left behind.
 *
 * @param work - the work
 * @returns what it returned
 * @throws what it throws; what it had left by then is let go
 */
function dropAfter(work) {
    const left = [];
    try {
        return work((one) => left.push(one));
    }
    finally {
        for (const one of left)
            one.drop?.();
    }
}
function runsAtOnce({ wallNs }) {
    return BATCHES.find(([below]) => wallNs < below)?.[1] ?? 1;
}


/***/ }),

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ linkFault)
/* harmony export */ });
/* harmony import */ var _wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1041);

/** Imports that a message names. */
const MOST_NAMED = 12;
/** What an import of each kind must be. */
const KINDS = {
    function: (value) => typeof value === "function",
    memory: (value) => value instanceof WebAssembly.Memory,
    table: (value) => value instanceof WebAssembly.Table,
    global: (value) => value instanceof WebAssembly.Global || typeof value === "number" || typeof value === "bigint",
    tag: (value) => value instanceof WebAssembly.Tag,
};
/**
 * Explains why a module could not be linked: an engine names the first import that does not fit, this all of them.
 *
 * @param error - what instantiating threw
 * @param module - the module
 * @param imports - what it was given
 * @returns a LinkError naming every import that is missing or of another kind; what was thrown where all are of their kind
 */
function linkFault(error, module, imports) {
    const isLinking = error instanceof WebAssembly.LinkError || error instanceof TypeError;
    if (!isLinking)
        return error;
    const missing = WebAssembly.Module.imports(module).flatMap(({ module: from, name, kind }) => {
        const value = givenFor(imports, from, name);
        if (KINDS[kind]?.(value) ?? true)
            return [];
        const given = value === undefined ? kind : `${kind}, got ${kindOf(value)}`;
        return [`${from}.${name} (${given})`];
    });
    if (missing.length === 0)
        return error;
    const all = [...new Set(missing)];
    const rest = all.length - MOST_NAMED;
    const named = all.slice(0, MOST_NAMED).join(", ");
    const message = `${_wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_0__/* .NOBODY_PROVIDES */ .h} ${named}${rest > 0 ? ` and ${rest} more` : ""}`;
    return Object.assign(new WebAssembly.LinkError(message), { cause: error });
}
function givenFor(imports, module, name) {
    const given = imports[module];
    const isScope = (typeof given === "object" && given !== null) || typeof given === "function";
    return isScope ? given[name] : undefined;
}
function kindOf(value) {
    const found = Object.entries(KINDS).find(([, isOf]) => isOf(value));
    return found?.[0] ?? (value === null ? "null" : `a value of type ${typeof value}`);
}


/***/ }),

/***/ 7040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ loadFault)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);


/** What Node and the system say of a file that is not there. */
const MISSING = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND", "ENOENT"];
/**
 * Says why JavaScript could not be loaded, with the part that is missing.
 *
 * @param thrown - whatever was caught
 * @param url - file URL of the module that was to be loaded
 * @param side - the side it belongs to
 * @returns the engine's words, causes included; files of the module's own folder by their names there. Of a baseline
 * that lacks a part, what to do
 */
function loadFault(thrown, url, side) {
    const cause = thrown instanceof Error ? thrown.cause : undefined;
    const words = [thrown, ...(cause === undefined || cause === null ? [] : [cause])].map(wordsOf);
    const text = words
        .join(": ")
        .replaceAll(new URL("./", url).href, "")
        .replaceAll((0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(new URL("./", url)), "");
    const isMissing = [thrown, cause].some((one) => MISSING.includes(codeOf(one)));
    return side === "baseline" && isMissing
        ? `${text}; the baseline does not carry it: save a new one`
        : text;
}
/** Node guesses what was meant, from the working folder, and lists who required a module one a line. */
function wordsOf(thrown) {
    const [first = "", stack] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown).split("\nRequire stack:\n- ");
    const importer = stack?.split("\n")[0];
    const plain = first.replace(/\s*Did you mean to import .*$/s, "");
    return importer === undefined ? plain : `${plain}, required by ${importer}`;
}
function codeOf(thrown) {
    const { code } = (thrown ?? {});
    return typeof code === "string" ? code : "";
}


/***/ }),

/***/ 2470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ meteredError)
/* harmony export */ });
/**
 * An error as the meters tell it: one that the budget caused says so. What is awaited throws outside of their guard.
 *
 * @param guard - of the meters whose budget may be exhausted
 * @param error - what was thrown
 * @returns a RuntimeError with the message `fuel exhausted`, or the error itself
 */
function meteredError(guard, error) {
    try {
        guard(() => {
            throw error;
        });
    }
    catch (known) {
        return known;
    }
    return error;
}


/***/ }),

/***/ 6995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createGuestCaller),
/* harmony export */   v: () => (/* binding */ repeatedCall)
/* harmony export */ });
/* harmony import */ var _batches_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6485);
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(386);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7425);
/* harmony import */ var _trampoline_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9334);




/** A block of calls inside the engine lasts about this long: crossing into it is a thousandth of that. */
const BLOCK_NS = 200e3;
/** A call this long fills a block, however cold it was. */
const LONG_CALL_NS = 2e6;
/** Most calls of one block. */
const MOST_CALLS = 65_536;
/** Calls by which the time of one is told. */
const TRIAL_CALLS = 32;
const CLOCKS = { start: _clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .startClocks */ .a0, stop: _clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw };
/**
 * A closure that makes a call across the boundary of its engine, its arguments prepared.
 *
 * @param guest - live instance
 * @param call - the call
 * @param nonce - distinguishes the copy
 * @returns the closure; it returns the export's result
 */
function createGuestCaller(guest, call, nonce) {
    const { args } = (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentsOf */ .aX)(guest, call);
    return guest.native === undefined
        ? (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_2__/* .createCaller */ .u)(guest.find(call.export), args, nonce)
        : guest.native.prepare(call.export, args);
}
/**
 * A call on a native engine as it is timed: one that is much shorter than crossing into the engine is made many times
 * inside of it, as often as fills a block, by a power of two; a component is called from outside as often. How often is found by the first runs of both sides, which
 * belong to the warm-up.
 *
 * @param repeatable - instance, export, arguments, and whose copy it is
 * @param batches - what the copies of a visit agree by
 * @param clocks - how trials are timed
 * @returns the closure, and how many calls it makes
 */
function repeatedCall({ native, name, args, metric, side }, batches, clocks = CLOCKS) {
    const { repeatsInside } = native;
    const once = native.prepare(name, args);
    let driven = null;
    const drive = (calls) => {
        driven ??= native.repeat(name, args);
        driven(calls);
    };
    const times = () => batches.of(metric);
    let isFirst = true;
    return {
        run: () => {
            if (isFirst) {
                isFirst = false;
                if (batches.tryOut(metric, side, () => findTimes({ once, drive, repeatsInside }, clocks)))
                    return undefined;
            }
            const wanted = times();
            return wanted === 1 && repeatsInside ? once() : drive(wanted);
        },
        times,
    };
}
/** Makes the call, a single time where it fills a block. */
function findTimes({ once, drive, repeatsInside }, clocks) {
    const timed = (run) => {
        const start = clocks.start();
        run();
        return clocks.stop(start);
    };
    const single = repeatsInside ? once : () => drive(1);
    const times = timesFor((0,_batches_js__WEBPACK_IMPORTED_MODULE_3__/* .fastestOf */ .e)(() => timed(single), LONG_CALL_NS).wallNs);
    if (times === 1 || !repeatsInside)
        return times;
    const many = (0,_batches_js__WEBPACK_IMPORTED_MODULE_3__/* .fastestOf */ .e)(() => timed(() => drive(TRIAL_CALLS)), Number.POSITIVE_INFINITY);
    return timesFor(many.wallNs / TRIAL_CALLS);
}
function timesFor(callNs) {
    const fitting = BLOCK_NS / Math.max(callNs, BLOCK_NS / MOST_CALLS);
    return fitting < 2 ? 1 : 2 ** Math.floor(Math.log2(fitting));
}


/***/ }),

/***/ 5923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GR: () => (/* binding */ prepareNativeHosts),
/* harmony export */   Mz: () => (/* binding */ createNativeFactory),
/* harmony export */   _w: () => (/* binding */ instantiateNative),
/* harmony export */   ky: () => (/* binding */ engineOf)
/* harmony export */ });
/* unused harmony export compileNative */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1041);
/* harmony import */ var _wasm_module_needs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3966);
/* harmony import */ var _catalog_native_support_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6064);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8858);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5329);
/* harmony import */ var _open_native_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8129);
/* harmony import */ var _transpiled_provide_imports_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9038);








/** Nothing but clocks, randomness and output. */
const NO_INPUTS = { args: [], env: {}, preopens: {}, stdin: null };
/**
 * A copy of a core module or a component on a native engine. Compiled code does not change while it runs, so that a
 * copy of it at a place of its own is all that compiling a core module again would give; components are compiled for
 * every copy. It is made when its first guest is.
 *
 * @param payload - the component, with its engine
 * @param settings - whether its code consumes fuel, and its memories are to be told
 * @returns a factory of instances, each in a store of its own
 * @throws HostError for glue, and for a component on a library that runs none; its guests throw WebAssembly.CompileError
 */
async function createNativeFactory(payload, { fuel, isProbed = false } = { fuel: false }) {
    const hosts = await prepareNativeHosts(payload);
    const engine = await (0,_open_native_js__WEBPACK_IMPORTED_MODULE_4__/* .sharedNativeEngine */ .Hl)(engineOf(payload), { fuel });
    const { world } = hosts;
    if (isProbed && world !== null)
        return probedFactory(engine, payload.bytes, { ...hosts, world });
    let placed = null;
    const own = () => {
        placed ??= world === null ? engine.place(payload.bytes) : engine.compile(payload.bytes, world);
        return placed;
    };
    return {
        module: null,
        get importsFrom() {
            return own().importsFrom;
        },
        create: () => instantiateNative(own(), hosts),
        recompile: () => compileNative(engine, payload.bytes, hosts),
    };
}
/** The API of an engine does not reach into a component: it is asked itself. */
function probedFactory(engine, bytes, hosts) {
    const { probes, isWhole, ...probed } = engine.probe(bytes, hosts.world);
    const own = { ...hosts, world: probed.world };
    const module = engine.compile(probed.bytes, probed.world);
    return {
        module: null,
        importsFrom: module.importsFrom,
        create: () => {
            const guest = instantiateNative(module, own);
            return { ...guest, residence: residenceOf(guest.native, probes, isWhole) };
        },
        recompile: () => compileNative(engine, probed.bytes, own),
    };
}
function residenceOf(native, probes, isWhole) {
    return {
        pages: () => isWhole
            ? probes.reduce((sum, { pages }) => sum + Number(native.find(pages)()), 0)
            : Number.NaN,
        touch: () => {
            for (const { touch } of probes)
                native.find(touch)();
        },
    };
}
/**
 * The native engine of a payload.
 *
 * @param payload - the component
 * @returns its engine
 * @throws HostError when it names none
 */
function engineOf({ engine, name }) {
    if (engine === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh(`${name} names no native engine`);
    return engine;
}
/**
 * Prepares what a payload's guests find on a native engine; what is their input is read once.
 *
 * @param payload - the component, with its engine and host
 * @returns makes the host of an instance
 * @throws HostError for glue, and when the imports module cannot be loaded
 */
async function prepareNativeHosts(payload) {
    const { glue, transpiled, host, needs, wasi = NO_INPUTS, engine } = payload;
    const format = transpiled === undefined ? "wasm" : "component";
    const obstacle = (0,_catalog_native_support_js__WEBPACK_IMPORTED_MODULE_6__/* .whyNotNativeFormat */ .O)(glue === null ? format : "glue");
    if (obstacle !== null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh(`on ${engine?.name}: ${obstacle}`);
    const own = await (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .createOwnHosts */ .c)(payload);
    const world = transpiled?.world ?? null;
    const hasWasi = world === null
        ? needs?.wasi === true || host.kind === "wasi"
        : world.imports.some(({ name }) => (0,_wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_7__/* .isProvidedInterface */ .P)(name));
    if (!hasWasi)
        return { own, wasi: null, world };
    const { args, env, preopens, stdin } = wasi;
    const input = stdin === null ? null : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(stdin);
    return { own, wasi: { args: ["component", ...args], env, preopens, stdin: input }, world };
}
/**
 * Compiles a module or a component anew.
 *
 * @param engine - the engine
 * @param bytes - its bytes
 * @param hosts - what makes the host of an instance
 * @returns makes an instance; its code goes with the instance, or with the maker where none was made
 * @throws WebAssembly.CompileError
 */
function compileNative(engine, bytes, hosts) {
    const module = engine.compile(bytes, hosts.world ?? undefined);
    const drop = () => module.release();
    return Object.assign(() => instantiateNative(module, hosts, drop), { drop });
}
/**
 * Makes a live instance of a compiled module or component.
 *
 * @param module - what was compiled
 * @param hosts - what makes its host
 * @param after - called when it has been let go
 * @returns the guest, attached to its host; a reactor is initialised
 * @throws WebAssembly.LinkError or HostError naming every import that nobody provides; WebAssembly.RuntimeError
 */
function instantiateNative(module, hosts, after = () => { }) {
    const { world } = hosts;
    const session = hosts.own();
    const host = world === null ? hostOfModule(session, hosts) : hostOfComponent(session, world, hosts);
    const instance = module.instantiate(host);
    const hasWasi = world === null && host.wasi !== null;
    const guest = guestOf(instance, { session, hasWasi, after });
    session.attach(shownInstance(instance));
    if (world === null && instance.has("_initialize") && !instance.has("_start"))
        instance.find("_initialize")();
    return guest;
}
function hostOfModule({ imports }, { wasi }) {
    return { imports, wasi: _wasm_module_needs_js__WEBPACK_IMPORTED_MODULE_1__/* .WASI_MODULE */ .GJ in imports ? null : wasi };
}
/** The engine gives WASI 0.2 where JavaScript does not. */
function hostOfComponent({ imports }, world, { wasi }) {
    const own = (0,_transpiled_provide_imports_js__WEBPACK_IMPORTED_MODULE_5__/* .provideImports */ .k)(world, { host: imports, wasi: null });
    return { imports: own, wasi };
}
function guestOf(native, { session, hasWasi, after }) {
    const { imports, marked } = session;
    const own = {
        imports,
        attach: () => { },
        start: hasWasi ? () => native.start() : null,
        marked,
        memories: [],
    };
    return {
        instance: null,
        session: own,
        find: (name) => native.find(name),
        native,
        drop: () => {
            native.drop();
            after();
        },
        get memories() {
            return native.memories;
        },
    };
}
/** What an imports module sees of an instance: its functions and memories, found when they are asked for. */
function shownInstance(native) {
    return {
        get exports() {
            return native.exports;
        },
    };
}


/***/ }),

/***/ 8305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createNative)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);
/* harmony import */ var _file_fetch_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4090);
/* harmony import */ var _load_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7040);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};



/** Sources of the host-language counterparts of the reference components; compiled anew for every copy. */
const BUILTIN = {
    add_loop: "return function addLoop(n) { /*$*/ let acc = 0; do { acc = (acc + n) | 0; n = (n - 1) | 0; } while (n > 0); return acc; };",
    fib: "return function fib(n) { /*$*/ return n < 2 ? n : (fib((n - 1) | 0) + fib((n - 2) | 0)) | 0; };",
    fill_bytes: "return function fillBytes(n, value) { /*$*/ let at = 0; do { memory[at] = value; at = (at + 1) | 0; } while (at < n); return memory[(n - 1) | 0]; };",
};
/**
 * Makes the host-language counterpart of a guest function.
 *
 * @param native - `builtin:NAME`, or a file URL with the export behind `#`
 * @param nonce - distinguishes the copy
 * @returns the function, compiled from text of its own when built in
 * @throws HostError when the module cannot be loaded or has no such export
 */
async function createNative(native, nonce) {
    if (native.source.startsWith("builtin:"))
        return createBuiltin(native.source.slice("builtin:".length), nonce);
    const at = native.source.lastIndexOf("#");
    const url = native.source.slice(0, at);
    const name = native.source.slice(at + 1);
    let loaded;
    (0,_file_fetch_js__WEBPACK_IMPORTED_MODULE_1__/* .installFileFetch */ .k)(url);
    try {
        loaded = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ `${url}?copy=${nonce}`)));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`the native module could not be loaded: ${(0,_load_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .loadFault */ .p)(cause, url, "native")}`, {
            cause,
        });
    }
    const found = loaded[name];
    if (typeof found !== "function")
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`the native module exports no function "${name}"`);
    return found;
}
function createBuiltin(name, nonce) {
    const body = BUILTIN[name];
    if (body === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`there is no built-in native function "${name}"`);
    const make = new Function("memory", `"use strict"; ${body.replace("$", String(nonce))}`);
    return make(new Uint8Array(1 << 20));
}


/***/ }),

/***/ 8129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ questionNative),
/* harmony export */   Hl: () => (/* binding */ sharedNativeEngine),
/* harmony export */   jZ: () => (/* binding */ releaseNative),
/* harmony export */   tO: () => (/* binding */ openNativeLibrary)
/* harmony export */ });
/* unused harmony export openNativeBy */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8858);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};




let opened = null;
/** Engines of this stretch of work by library and settings. */
const engines = new Map();
/**
 * Loads a native library.
 *
 * @param engine - the library
 * @returns makes engines of it; {@link releaseNative} lets them go
 * @throws HostError in one sentence, when this installation lacks what drives it, or the library is none
 */
async function openNativeLibrary(engine) {
    const program = opened ?? openNativeBy(await importProgram());
    try {
        return program.open(engine);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause), { cause });
    }
}
/**
 * Loads a native library, and puts questions with known answers to an engine of it.
 *
 * @param engine - the library
 * @returns makes engines of it, as {@link openNativeLibrary}
 * @throws HostError as {@link openNativeLibrary}, or naming what was answered otherwise
 */
async function questionNative(engine) {
    const library = await openNativeLibrary(engine);
    try {
        library.question();
        return library;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause), { cause });
    }
}
/**
 * The engine that all copies of this stretch of work share: a host has one.
 *
 * @param engine - the library
 * @param settings - whether its code consumes fuel
 * @returns the engine; let go by {@link releaseNative}
 * @throws as {@link openNativeLibrary}
 */
async function sharedNativeEngine(engine, settings) {
    const key = JSON.stringify([engine.library, settings.fuel]);
    const known = engines.get(key) ?? (await openNativeLibrary(engine)).makeEngine(settings);
    engines.set(key, known);
    return known;
}
/**
 * Opens the program for native engines, once in a process or thread.
 *
 * @param open - what its entry exports
 * @returns the program
 */
function openNativeBy(open) {
    opened = open({
        exit: (code) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GuestExit */ .nk(code),
        errorResult: (name, payload) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ErrorResult */ .YD(name, { cause: { payload } }),
    });
    return opened;
}
/** Lets go of everything native: what a guest that failed has left, too. Nothing where no native engine was used. */
function releaseNative() {
    engines.clear();
    opened?.releaseAll();
}
/** Beside the measuring program, and read by no process that does not need it. */
async function importProgram() {
    const entry = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(process.argv[1] ?? ""), "..", "native", "index.js");
    try {
        const loaded = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(entry).href)));
        return loaded.openNative;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`what drives native engines could not be loaded: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, {
            cause,
        });
    }
}


/***/ }),

/***/ 3895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wu: () => (/* binding */ openWorkload),
/* harmony export */   X$: () => (/* binding */ benchmarkPart),
/* harmony export */   hB: () => (/* binding */ checkWorkloadResult)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);
/* harmony import */ var _same_value_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(834);
/* harmony import */ var _workload_module_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3322);



/**
 * Loads the workload of a component and lets it set up on a guest.
 *
 * @param guest - live instance
 * @param payload - the component, with the address of its workload
 * @param nonce - distinguishes the copy
 * @returns the workload, ready to be called
 * @throws HostError when it is none; PartFault when its set-up fails
 */
async function openWorkload(guest, payload, nonce) {
    const { workload, glue } = payload;
    if (workload === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh("the component has no workload");
    const { setup, teardown, benchmarks } = await (0,_workload_module_js__WEBPACK_IMPORTED_MODULE_2__/* .loadWorkload */ .E)(workload, nonce, glue);
    const view = viewOf(guest);
    const state = await (0,_workload_module_js__WEBPACK_IMPORTED_MODULE_2__/* .runPart */ .L)(`setup of ${workload.shown}`, () => setup?.(view));
    return {
        view,
        state,
        benchmarks,
        find: (name) => {
            const found = benchmarks.get(name);
            if (found === undefined)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`${workload.shown} has no benchmark "${name}"`);
            return found;
        },
        verify: async (benchmark, isFree) => {
            const result = await (0,_workload_module_js__WEBPACK_IMPORTED_MODULE_2__/* .runPart */ .L)(benchmarkPart(benchmark), () => benchmark.run(view, state));
            checkWorkloadResult(benchmark, result, isFree);
        },
        teardown: async () => {
            await (0,_workload_module_js__WEBPACK_IMPORTED_MODULE_2__/* .runPart */ .L)(`teardown of ${workload.shown}`, () => teardown?.(view, state));
        },
    };
}
/**
 * Compares what a benchmark of a workload returned with what it must.
 *
 * @param benchmark - the benchmark
 * @param result - what it returned, awaited
 * @param isFree - true where no result is owed
 * @throws WrongResult when they differ
 */
function checkWorkloadResult({ name, expect }, result, isFree) {
    if (expect === undefined || isFree || (0,_same_value_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .e)(expect, result))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongResult */ .Jh(name, expect, result);
}
/**
 * A benchmark of a workload as messages call it.
 *
 * @param benchmark - the benchmark
 * @returns for example `benchmark blur_256 of the workload`
 */
function benchmarkPart({ name }) {
    return `benchmark ${name} of the workload`;
}
function viewOf(guest) {
    const exports = guest.exports ?? guest.instance?.exports ?? {};
    const load = guest.load ??
        ((name) => Promise.reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`guest.load(${JSON.stringify(name)}) is for glue, and this guest is none`)));
    return {
        exports,
        // What is known of memories may come with the first call.
        get memory() {
            return memoryOf(guest, exports);
        },
        load,
    };
}
function memoryOf(guest, exports) {
    const named = exports.memory;
    if (named instanceof WebAssembly.Memory)
        return named;
    const known = guest.memories ?? Object.values(guest.instance?.exports ?? {});
    return (known.find((item) => item instanceof WebAssembly.Memory) ?? null);
}


/***/ }),

/***/ 2375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ createPins),
/* harmony export */   X8: () => (/* binding */ pinnedWasi),
/* harmony export */   YP: () => (/* binding */ pinGlobals)
/* harmony export */ });
/** What a pinned clock shows first: 2000-01-01T00:00:00Z, in ms since the epoch. */
const EPOCH_MS = 946_684_800_000;
/** What it advances by whenever it is read, so that a guest that waits for it comes to an end. */
const STEP_MS = 1;
const NS_PER_MS = 1000000n;
/**
 * Makes clocks and randomness that start anew.
 *
 * @returns the same readings and bytes for every call
 */
function createPins() {
    let read = 0;
    let state = 1;
    return {
        now: () => {
            read += STEP_MS;
            return EPOCH_MS + read;
        },
        byte: () => {
            state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
            return state >>> 24;
        },
    };
}
/**
 * Replaces the clocks and the randomness of this process that synchronous host code reads.
 *
 * @param pins - what is read instead
 * @returns puts everything back
 */
function pinGlobals(pins) {
    const { now, byte } = pins;
    const real = Date;
    const date = new Proxy(real, {
        apply: () => new real(now()).toString(),
        construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
        get: (target, key) => key === "now" ? now : Reflect.get(target, key),
    });
    const fill = (view) => {
        const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
        bytes.forEach((_, index) => {
            bytes[index] = byte();
        });
        return view;
    };
    const random = () => (byte() * 65_536 + byte() * 256 + byte()) / 2 ** 24;
    const undo = [
        replace(globalThis, "Date", date),
        replace(performance, "now", () => now() - EPOCH_MS),
        replace(Math, "random", random),
        replace(crypto, "getRandomValues", fill),
        pinNodeCrypto(fill),
    ];
    return () => {
        for (const restore of undo)
            restore();
    };
}
/** Randomness of `node:crypto`, which host code such as jco's takes. Loaded here only: a process that counts nothing needs it not. */
function pinNodeCrypto(fill) {
    const own = process.getBuiltinModule("node:crypto");
    const { syncBuiltinESMExports } = process.getBuiltinModule("node:module");
    const undo = [
        replace(own, "randomFillSync", fillPart(fill)),
        replace(own, "randomBytes", bytesOf(fill)),
    ];
    syncBuiltinESMExports();
    return () => {
        for (const restore of undo)
            restore();
        syncBuiltinESMExports();
    };
}
/** `randomFillSync(view, offset, size)`, both in elements of the view. */
function fillPart(fill) {
    return (view, offset = 0, size) => {
        const whole = ArrayBuffer.isView(view) ? view : new Uint8Array(view);
        fill(whole.subarray(offset, size === undefined ? undefined : offset + size));
        return view;
    };
}
/** `randomBytes(size, callback)`. */
function bytesOf(fill) {
    return (size, callback) => {
        const bytes = fill(Buffer.alloc(size));
        if (callback === undefined)
            return bytes;
        process.nextTick(callback, null, bytes);
        return undefined;
    };
}
/**
 * The clock and random functions of WASI preview 1 on pinned clocks.
 *
 * @param pins - what is read
 * @param memory - gives the guest's memory
 * @returns functions that replace those of the real host
 */
function pinnedWasi(pins, memory) {
    const view = () => new DataView(memory().buffer);
    return {
        clock_time_get: (_clock, _precision, at) => {
            view().setBigUint64(at >>> 0, BigInt(pins.now()) * NS_PER_MS, true);
            return 0;
        },
        clock_res_get: (_clock, at) => {
            view().setBigUint64(at >>> 0, NS_PER_MS, true);
            return 0;
        },
        random_get: (at, length) => {
            const bytes = new Uint8Array(memory().buffer, at >>> 0, length >>> 0);
            bytes.forEach((_, index) => {
                bytes[index] = pins.byte();
            });
            return 0;
        },
    };
}
function replace(target, key, value) {
    const own = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
    return () => {
        if (own === undefined)
            Reflect.deleteProperty(target, key);
        else
            Object.defineProperty(target, key, own);
    };
}


/***/ }),

/***/ 7425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ memoryRange),
/* harmony export */   Lf: () => (/* binding */ exportedMemories),
/* harmony export */   aX: () => (/* binding */ argumentsOf),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   g7: () => (/* binding */ placeArguments)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);

/** Data that is written one behind another begins at a multiple of this, in bytes. */
const ALIGNMENT = 16;
const nothing = () => { };
/** What was placed in live guests: data is written once, and a call that is repeated finds it there. */
const placed = new WeakMap();
/**
 * The arguments of a call, its data written into the guest's memory the first time they are asked for.
 *
 * @param guest - live instance
 * @param call - the call
 * @returns the arguments
 * @throws HostError when the data finds no place, with what to do
 */
function argumentsOf(guest, call) {
    if (call.place === undefined)
        return { args: call.args, addresses: [], release: nothing };
    const calls = placed.get(guest) ?? new Map();
    placed.set(guest, calls);
    const known = calls.get(call) ?? placeArguments(guest, call, call.place);
    calls.set(call, known);
    return known;
}
/**
 * Writes the data of a call into the guest's memory.
 *
 * @param guest - live instance
 * @param call - the call
 * @param place - where data goes
 * @returns the arguments
 * @throws HostError when the data finds no place, with what to do
 */
function placeArguments(guest, call, place) {
    const taken = [];
    const args = [];
    const addresses = [];
    let next = place.at ?? 0;
    for (const value of call.args) {
        if (!(value instanceof Uint8Array)) {
            args.push(value);
            addresses.push(null);
            continue;
        }
        const address = place.alloc === null ? next : allocate(guest, place, value.length);
        next = Math.ceil((address + value.length) / ALIGNMENT) * ALIGNMENT;
        write(guest, value, address);
        const range = [sized(address, place), sized(value.length, place)];
        taken.push(range);
        args.push(...range);
        addresses.push(address);
    }
    const { free } = place;
    const release = () => {
        if (free === null)
            return;
        for (const range of taken)
            guest.find(free)(...range);
    };
    return { args, addresses, release };
}
/** Pointers are signed to JavaScript, and data may lie in the upper half of a memory. */
function allocate(guest, place, length) {
    const name = place.alloc ?? "";
    let pointer;
    try {
        // Memory for nothing may be no memory.
        pointer = guest.find(name)(sized(Math.max(1, length), place));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`alloc: ${name} failed for data of ${length} bytes: ${cause instanceof Error ? cause.message : String(cause)}; name another export under \`alloc\`, or smaller data`, { cause });
    }
    const address = addressOf(pointer);
    if (address === null || address === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`alloc: ${name} returned ${String(pointer)} for data of ${length} bytes, which is no place for it; name an export that takes a length and returns a pointer`);
    return address;
}
/**
 * A pointer or a length as a number.
 *
 * @param value - what a guest returned
 * @returns whole number from 0; null for anything else
 */
function addressOf(value) {
    if (typeof value === "bigint")
        return Number(BigInt.asUintN(64, value));
    return typeof value === "number" && Number.isInteger(value) ? value >>> 0 : null;
}
function sized(value, { isWide = false }) {
    return isWide ? BigInt(value) : value;
}
function write(guest, bytes, address) {
    memoryRange(guest, address, bytes.length).set(bytes);
}
/**
 * The memories that a guest exports.
 *
 * @param guest - live instance
 * @returns memories with their names; none for what keeps its memory to itself
 */
function exportedMemories({ instance, native, }) {
    return Object.entries(native?.exports ?? instance?.exports ?? {}).flatMap(([name, item]) => isMemory(item) ? [{ name, item }] : []);
}
/** What a native engine exports is a function or a memory; tables of V8's grow as well. */
function isMemory(item) {
    return item instanceof WebAssembly.Memory || (typeof item === "object" && "buffer" in item);
}
/**
 * A part of the memory a guest exports.
 *
 * @param guest - live instance
 * @param address - where it begins
 * @param length - how many bytes it has
 * @returns a view; it holds until the memory grows
 * @throws HostError when there is no such part, with what to do
 */
function memoryRange(guest, address, length) {
    const memories = exportedMemories(guest);
    const memory = (memories.find(({ name }) => name === "memory") ?? memories[0])?.item;
    if (memory === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh("data needs a memory to lie in, and the module exports none; export it");
    const { byteLength } = memory.buffer;
    if (address + length > byteLength)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`data of ${length} bytes at ${address} does not fit into the memory of ${byteLength} bytes; choose a lower address under \`at\`, or let the module \`alloc\` it`);
    return new Uint8Array(memory.buffer, address, length);
}


/***/ }),

/***/ 9043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ prepareCategorize),
/* harmony export */   Ir: () => (/* binding */ prepareRecover),
/* harmony export */   MD: () => (/* binding */ requireCategory),
/* harmony export */   Yr: () => (/* binding */ prepareGuardedCall)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _wasm_traps_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3912);
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(386);
/* harmony import */ var _describe_call_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9965);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8858);
/* harmony import */ var _guest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6357);
/* harmony import */ var _leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6101);
/* harmony import */ var _native_call_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6995);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7425);
/* harmony import */ var _settle_call_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9523);
/* harmony import */ var _trampoline_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(9334);











/** Guests that end by one trap each, in one observation. */
const GUESTS_AT_ONCE = 20;
/**
 * A call that does not trap, inside the try/catch every host needs.
 *
 * @param procedure - the call
 * @param request - component, nonce and probe
 * @returns the copy
 */
async function prepareGuardedCall(procedure, request) {
    const guest = (await (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .createGuestFactory */ .zs)(request.payload, request.nonce)).create();
    const call = (0,_native_call_js__WEBPACK_IMPORTED_MODULE_7__/* .createGuestCaller */ .K)(guest, procedure.call, request.nonce);
    // Whether glue's call must be awaited, only its first answer tells.
    if (request.payload.glue !== null && (await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_9__/* .settleCall */ .mT)(guest, procedure.call)).isAwaited)
        return guardAwaited(procedure, guest, { call, nonce: request.nonce });
    const body = "try { return last = call(); } catch (error) { return last = error; }";
    return {
        operations: [
            {
                kind: "timed",
                metric: "time",
                operations: 1,
                run: (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_10__/* .createTrampoline */ .s)(body, { call }, request.nonce),
            },
        ],
        verify: () => {
            (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .verifyCall */ .qc)(guest, procedure.call);
        },
    };
}
function guardAwaited(procedure, guest, { call, nonce }) {
    const begin = awaiting("return last = await call();", "return last = error;", { call }, nonce);
    return {
        operations: [{ kind: "awaited", metric: "time", operations: 1, begin }],
        verify: async () => {
            await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_9__/* .settleCall */ .mT)(guest, procedure.call);
        },
    };
}
/** A closure that awaits inside of a try/catch. */
function awaiting(body, caught, bindings, nonce) {
    const source = `return (async () => { try { ${body} } catch (error) { ${caught} } })();`;
    return (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_10__/* .createTrampoline */ .s)(source, bindings, nonce);
}
/**
 * From a caught error to its category; raising and catching are the extra metrics `roundtrip_<export>`.
 *
 * @param procedure - calls that must trap, each for another reason
 * @param request - component, nonce and probe
 * @returns the copy
 */
async function prepareCategorize(procedure, request) {
    const factory = await (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .createGuestFactory */ .zs)(request.payload, request.nonce);
    const shared = factory.create();
    const isNative = shared.native !== undefined;
    const endsByTrap = shared.native?.endsByTrap === true;
    const guestFor = () => (endsByTrap ? factory.create() : shared);
    const caught = [];
    for (const call of procedure.traps)
        caught.push(isNative
            ? { outcome: holdTrap(guestFor(), call), isAwaited: false }
            : await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_9__/* .settleTrap */ .ti)(shared, call));
    const errors = caught.map(({ outcome }) => outcome);
    const run = (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_10__/* .createTrampoline */ .s)("let found = 0; for (const error of errors) if (categorize(error) !== null) found += 1; return last = found;", { errors, categorize: isNative ? categorizeHeld : _wasm_traps_js__WEBPACK_IMPORTED_MODULE_1__/* .categorizeTrap */ .Hg }, request.nonce);
    const roundtrips = procedure.traps.map((call, index) => {
        const nonce = request.nonce * 100 + index;
        return endsByTrap
            ? roundtripOfFresh(factory, call, nonce)
            : roundtrip(shared, call, { nonce, isAwaited: caught[index]?.isAwaited === true });
    });
    return {
        operations: [{ kind: "timed", metric: "time", operations: errors.length, run }, ...roundtrips],
        verify: async () => {
            for (const call of procedure.traps) {
                const guest = guestFor();
                requireCategory((await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_9__/* .settleTrap */ .ti)(guest, call)).outcome, call);
                if (endsByTrap)
                    guest.drop?.();
            }
        },
    };
}
/** A native engine tells the cause when it is asked for the code of a trap. */
function holdTrap(guest, call) {
    const held = guest.native?.catchTrap(call.export, (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_8__/* .argumentsOf */ .aX)(guest, call).args) ?? null;
    if (held === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .MissingTrap */ .kX((0,_describe_call_js__WEBPACK_IMPORTED_MODULE_3__/* .describeCall */ .G)(call));
    return held;
}
function categorizeHeld(held) {
    return held.categorize();
}
/**
 * Trap, new instance of the compiled module, first good call.
 *
 * @param procedure - the call that traps and the call that must work afterwards
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for glue, whose copies start in isolates
 */
async function prepareRecover(procedure, request) {
    const factory = await (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .createGuestFactory */ .zs)(request.payload, request.nonce);
    if (factory.recompile === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh("copies of glue recover in isolates");
    let guest = factory.create();
    const recoverBy = (call, leave) => {
        requireCategory((0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .catchTrap */ .fG)(guest, procedure.trap), procedure.trap);
        leave(guest);
        guest = factory.create();
        return call(guest, procedure.call);
    };
    return {
        operations: [
            (0,_leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__/* .leavingOperation */ .q)({
                metric: "time",
                operations: 1,
                run: (leave) => recoverBy(_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .callTimed */ .sJ, leave),
                copy: request,
            }),
        ],
        isVerifiedByRun: true,
        verify: () => {
            (0,_leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__/* .dropAfter */ .O)((leave) => recoverBy(_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .callOnce */ .qO, leave));
        },
    };
}
function roundtrip(guest, call, { nonce, isAwaited }) {
    const target = (0,_native_call_js__WEBPACK_IMPORTED_MODULE_7__/* .createGuestCaller */ .K)(guest, call, nonce);
    const bindings = { target, categorize: _wasm_traps_js__WEBPACK_IMPORTED_MODULE_1__/* .categorizeTrap */ .Hg };
    const caught = "return last = categorize(error);";
    const common = { metric: `roundtrip_${call.export}`, operations: 1 };
    if (isAwaited)
        return {
            kind: "awaited",
            ...common,
            begin: awaiting("await target();", caught, bindings, nonce),
        };
    const body = `try { target(); } catch (error) { ${caught} }`;
    return { kind: "timed", ...common, run: (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_10__/* .createTrampoline */ .s)(body, bindings, nonce) };
}
/** A trap ends the guest it is raised in: some are made first, and raising and catching alone is timed. */
function roundtripOfFresh({ create }, call, nonce) {
    const target = (leave) => {
        const guest = create();
        leave(guest);
        return (0,_native_call_js__WEBPACK_IMPORTED_MODULE_7__/* .createGuestCaller */ .K)(guest, call, nonce);
    };
    const observe = () => (0,_leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__/* .dropAfter */ .O)((leave) => {
        const targets = Array.from({ length: GUESTS_AT_ONCE }, () => target(leave));
        const start = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_2__/* .startClocks */ .a0)();
        for (const raise of targets)
            try {
                raise();
            }
            catch (error) {
                (0,_wasm_traps_js__WEBPACK_IMPORTED_MODULE_1__/* .categorizeTrap */ .Hg)(error);
            }
        return (0,_clocks_js__WEBPACK_IMPORTED_MODULE_2__/* .stopClocks */ .kw)(start);
    });
    const metric = `roundtrip_${call.export}`;
    return { kind: "observed", metric, operations: GUESTS_AT_ONCE, observe };
}
/**
 * Requires that what a call threw is a trap.
 *
 * @param error - what it threw
 * @param call - the call
 * @throws HostError when it is none
 */
function requireCategory(error, call) {
    if ((0,_wasm_traps_js__WEBPACK_IMPORTED_MODULE_1__/* .categorizeTrap */ .Hg)(error) === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh(`${call.export} threw something that is no trap: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, {
            cause: error,
        });
    }
}


/***/ }),

/***/ 394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EXHAUSTION_RULES: () => (/* binding */ EXHAUSTION_RULES),
/* harmony export */   exhaustAwaited: () => (/* binding */ exhaustAwaited),
/* harmony export */   prepareExhaustFuel: () => (/* binding */ prepareExhaustFuel)
/* harmony export */ });
/* unused harmony export exhaust */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _model_procedure_calls_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(9640);
/* harmony import */ var _wasm_fuel_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5327);
/* harmony import */ var _wasm_fuel_meter_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8192);
/* harmony import */ var _wasm_traps_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3912);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8858);
/* harmony import */ var _guest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6357);
/* harmony import */ var _leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6101);
/* harmony import */ var _metered_error_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(2470);
/* harmony import */ var _native_guest_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5923);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7425);
/* harmony import */ var _transpiled_load_transpiled_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6925);
/* harmony import */ var _transpiled_meter_transpiled_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4640);













/** The rules of Wasmtime up to 45, with nothing changed: the budget is part of the definition, not of a configuration. */
const EXHAUSTION_RULES = { profile: "wasmtime-24", mode: "wasmtime", cost: {} };
/** Calls a guest whose engine consumes fuel by itself. */
const unguarded = (call) => call();
/**
 * Budget set, exhausted, caught and categorised; new instance of the compiled module; first good call.
 *
 * @param procedure - the call, and a budget in fuel that is too small for it
 * @param request - component, nonce and probe
 * @returns the copy
 * @see observeRenewals for glue
 */
async function prepareExhaustFuel(procedure, request) {
    const create = await createMetered(request);
    const budget = BigInt(procedure.fuel);
    let current = create();
    const call = (0,_model_procedure_calls_js__WEBPACK_IMPORTED_MODULE_11__/* .withoutExpectation */ .NF)(procedure.call);
    const exhaustBy = (callAgain, leave) => {
        (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_8__/* .argumentsOf */ .aX)(current.guest, call);
        current.refill(budget);
        exhaust(current, { ...procedure, call });
        leave(current.guest);
        current = create();
        return callAgain(current.guest, procedure.call);
    };
    return {
        operations: [
            (0,_leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__/* .leavingOperation */ .q)({
                metric: "time",
                operations: 1,
                run: (leave) => exhaustBy(_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .callTimed */ .sJ, leave),
                copy: request,
            }),
        ],
        isVerifiedByRun: true,
        verify: () => {
            (0,_leaving_operation_js__WEBPACK_IMPORTED_MODULE_6__/* .dropAfter */ .O)((leave) => exhaustBy(_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .callOnce */ .qO, leave));
        },
    };
}
function createMetered(request) {
    const { engine, transpiled } = request.payload;
    if (engine !== undefined)
        return nativeModules(request);
    return transpiled === undefined ? meteredModules(request) : meteredComponents(request);
}
/** The engine's own fuel. */
async function nativeModules({ payload }) {
    const { create } = await (0,_native_guest_js__WEBPACK_IMPORTED_MODULE_7__/* .createNativeFactory */ .Mz)(payload, { fuel: true });
    return () => {
        const guest = create();
        const refill = (budget) => guest.native.setFuel(budget);
        return { guest, refill, guard: unguarded };
    };
}
function instrument(bytes) {
    const validate = (rewritten) => WebAssembly.validate(rewritten);
    return (0,_wasm_fuel_js__WEBPACK_IMPORTED_MODULE_1__/* .instrumentFuel */ .g5)(new Uint8Array(bytes), { ...EXHAUSTION_RULES, validate });
}
async function meteredModules({ payload, nonce }) {
    const module = instrument(payload.bytes);
    const factory = await (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .createGuestFactory */ .zs)({ ...payload, bytes: module.bytes }, nonce);
    return () => {
        const guest = factory.create();
        if (guest.instance === null)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh("there is no instance to meter");
        const { refill, guard } = (0,_wasm_fuel_meter_js__WEBPACK_IMPORTED_MODULE_2__/* .createFuelMeter */ .Qk)(guest.instance, module);
        return { guest, refill, guard };
    };
}
/** Each core instance has the whole budget: it is so small that the first function entered exhausts it. */
async function meteredComponents({ payload, nonce }) {
    const host = await (0,_transpiled_load_transpiled_js__WEBPACK_IMPORTED_MODULE_9__/* .loadComponentHost */ .uD)(payload);
    const instantiate = await (0,_transpiled_load_transpiled_js__WEBPACK_IMPORTED_MODULE_9__/* .loadCopy */ .W4)(host, nonce);
    const engine = (0,_transpiled_meter_transpiled_js__WEBPACK_IMPORTED_MODULE_10__/* .compileParts */ .M)(host.transpiled.modules.map(({ name, bytes }) => ({ name, module: instrument(bytes) })), nonce);
    return () => {
        const { session, find, memories, meters } = (0,_transpiled_meter_transpiled_js__WEBPACK_IMPORTED_MODULE_10__/* .meterTranspiled */ .K)(engine, instantiate);
        return {
            guest: { instance: null, session, find, memories },
            refill: meters.refill,
            guard: meters.guard,
        };
    };
}
/**
 * Makes the call of a guest whose budget is too small for it.
 *
 * @param metered - the guest, its budget set
 * @param procedure - call and budget
 * @throws MissingTrap when it returns; HostError when it fails for another reason than its budget
 */
function exhaust({ guest, guard }, procedure) {
    const { call, fuel } = procedure;
    try {
        guard(() => (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .callTimed */ .sJ)(guest, call));
    }
    catch (error) {
        requireExhausted(error, procedure);
        return;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .MissingTrap */ .kX(`${call.export} with a budget of ${fuel} fuel`);
}
/**
 * As {@link exhaust}, for glue: the budget may be exhausted while its promise is awaited.
 *
 * @param metered - the guest, its budget set
 * @param procedure - call and budget
 * @throws MissingTrap when it returns; HostError when it fails for another reason than its budget
 */
async function exhaustAwaited({ guest, guard }, procedure) {
    const { call, fuel } = procedure;
    try {
        const made = guard(() => (0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .callUnchecked */ .l7)(guest, call));
        if ((0,_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .isPromise */ .yL)(made))
            await made;
    }
    catch (error) {
        requireExhausted((0,_metered_error_js__WEBPACK_IMPORTED_MODULE_12__/* .meteredError */ .R)(guard, error), procedure);
        return;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .MissingTrap */ .kX(`${call.export} with a budget of ${fuel} fuel`);
}
function requireExhausted(error, { call }) {
    if ((0,_wasm_traps_js__WEBPACK_IMPORTED_MODULE_3__/* .categorizeTrap */ .Hg)(error) === "fuel exhausted")
        return;
    const message = `${call.export} failed for another reason than its budget: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh(message, { cause: error });
}


/***/ }),

/***/ 7699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ growOnce),
/* harmony export */   UB: () => (/* binding */ timeGrowths),
/* harmony export */   VL: () => (/* binding */ BEYOND_ANY_LIMIT),
/* harmony export */   dx: () => (/* binding */ prepareGrow),
/* harmony export */   tb: () => (/* binding */ verifyGrowth)
/* harmony export */ });
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(386);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8858);
/* harmony import */ var _guest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6357);
/* harmony import */ var _leaving_operation_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6101);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7425);
/* harmony import */ var _trampoline_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9334);






const PAGE_BYTES = 65_536;
/** A request no memory can grant: more pages than a 32-bit memory can have. */
const BEYOND_ANY_LIMIT = 65_536;
/** Growths timed in a row on one memory, where its maximum allows as many. */
const GROWTHS = 63;
/**
 * Memory left behind after which a collection is made by hand. The engine starts its own, in the middle of a
 * measurement, at 64 MiB, and a memory cannot be made smaller again.
 */
const COLLECT_AFTER_BYTES = 32 * 2 ** 20;
/**
 * Growth by one page inside the declared maximum, and a growth beyond it that must be refused.
 *
 * Every observation grows the memory of a fresh instance page by page; making the instance and collecting those left
 * behind are outside the timed part.
 *
 * @param procedure - name of the exported memory and the call that proves the instance works
 * @param request - component, nonce and probe
 * @returns the copy; `refused` is an extra metric
 */
async function prepareGrow(procedure, request) {
    const factory = await (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .createGuestFactory */ .zs)(request.payload, request.nonce);
    const { probe, nonce } = request;
    const limited = memoryOf(factory.create(), procedure.memory);
    let left = 0;
    const grow = () => {
        if (left > COLLECT_AFTER_BYTES) {
            probe.collect();
            left = 0;
        }
        const guest = factory.create();
        const memory = memoryOf(guest, procedure.memory);
        const elapsed = timeGrowths(memory);
        if (guest.drop === undefined)
            left += memory.buffer.byteLength;
        else
            guest.drop();
        return elapsed;
    };
    const refuse = () => growOnce(limited, BEYOND_ANY_LIMIT);
    return {
        operations: [
            { kind: "observed", metric: "time", operations: 1, observe: grow },
            {
                kind: "timed",
                metric: "refused",
                operations: 1,
                run: (0,_trampoline_js__WEBPACK_IMPORTED_MODULE_5__/* .createTrampoline */ .s)("return last = refuse();", { refuse }, nonce),
            },
        ],
        verify: () => (0,_leaving_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .dropAfter */ .O)((leave) => {
            const guest = factory.create();
            leave(guest);
            const memory = memoryOf(guest, procedure.memory);
            verifyGrowth(memory);
            if (procedure.call !== null)
                (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .callOnce */ .qO)(guest, procedure.call);
        }),
    };
}
/**
 * Time per growth by one page, over as many as the memory allows.
 *
 * @param memory - grown by up to 63 pages
 * @returns ns a growth
 * @throws WrongResult when it does not grow at all
 */
function timeGrowths(memory) {
    let growths = 0;
    const start = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .startClocks */ .a0)();
    while (growths < GROWTHS && growOnce(memory, 1) !== -1)
        growths += 1;
    const { wallNs, cpuNs } = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw)(start);
    if (growths === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .WrongResult */ .Jh("grow by one page within the limit", "a growth", -1);
    return { wallNs: wallNs / growths, cpuNs: cpuNs / growths };
}
/**
 * `memory.grow` as the guest sees it.
 *
 * @param memory - the memory
 * @param pages - how many more
 * @returns the previous size in pages, or -1 when refused
 * @throws TypeError for a 64-bit memory
 */
function growOnce(memory, pages) {
    try {
        return memory.grow(pages);
    }
    catch (error) {
        if (error instanceof RangeError)
            return -1;
        throw error;
    }
}
function memoryOf(guest, name) {
    const memory = (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .exportedMemories */ .Lf)(guest).find((one) => one.name === name)?.item;
    if (memory === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh(`there is no exported memory "${name}"`);
    return memory;
}
/**
 * Grows a memory by one page, and beyond any limit.
 *
 * @param memory - one page larger afterwards
 * @throws WrongResult when the first is refused, the second granted, or the size is another than both say
 */
function verifyGrowth(memory) {
    const pages = memory.buffer.byteLength / PAGE_BYTES;
    expectValue("grow by one page within the limit", pages, growOnce(memory, 1));
    expectValue("grow beyond the limit", -1, growOnce(memory, BEYOND_ANY_LIMIT));
    expectValue("size after both", pages + 1, memory.buffer.byteLength / PAGE_BYTES);
}
function expectValue(what, expected, actual) {
    if (expected !== actual)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .WrongResult */ .Jh(what, expected, actual);
}


/***/ }),

/***/ 9611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ observeRenewals),
/* harmony export */   Mw: () => (/* binding */ RENEWALS_PER_ISOLATE),
/* harmony export */   ai: () => (/* binding */ SERIALS_PER_ISOLATE),
/* harmony export */   sU: () => (/* binding */ isRenewing)
/* harmony export */ });
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(386);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8858);
/* harmony import */ var _glue_copies_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(336);
/* harmony import */ var _guest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6357);
/* harmony import */ var _settle_call_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9523);
/* harmony import */ var _wrapped_copy_records_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(605);
/* harmony import */ var _wrapped_unique_modules_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1336);
/* harmony import */ var _crash_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9043);
/* harmony import */ var _memory_limit_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7699);









/** Procedures that take another guest every time: of glue they are observed in isolates, for what it imports stays. */
const RENEWING = ["warm_start", "load", "sequence", "grow", "recover", "exhaust_fuel"];
/**
 * Whether a procedure takes another guest every time.
 *
 * @param procedure - what is done for a benchmark
 * @returns true for such a procedure
 */
function isRenewing(procedure) {
    return RENEWING.some((kind) => kind === procedure.kind);
}
/** How many observations one isolate makes, after one that is not kept. */
const RENEWALS_PER_ISOLATE = {
    warm_start: 5,
    load: 3,
    sequence: 1,
    grow: 3,
    recover: 5,
    exhaust_fuel: 5,
};
/** Modules that one isolate may compile, each with a serial of its own. */
const SERIALS_PER_ISOLATE = 1_000_000;
/**
 * Loads a component once and makes further guests of it, timing what the procedure asks for.
 *
 * @param request - component, procedure and number of the isolate
 * @param probe - collector, memory and clock
 * @returns observations, after one that is not kept
 * @throws HostError when further copies have no instance of their own; whatever the guest throws
 */
async function observeRenewals(request, probe) {
    const { procedure, nonce } = request;
    (0,_wrapped_unique_modules_js__WEBPACK_IMPORTED_MODULE_5__/* .beginSerials */ .d5)(nonce * SERIALS_PER_ISOLATE);
    const guests = await openGuests(request, probe);
    try {
        const observe = await observerOf(procedure, guests, probe);
        const observed = [];
        for (let time = 0; time <= RENEWALS_PER_ISOLATE[procedure.kind]; time += 1)
            observed.push(await observe());
        (0,_glue_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .requireWrapped */ .pE)(guests);
        return observed.slice(1);
    }
    finally {
        guests.release();
    }
}
async function openGuests(request, { now }) {
    const { payload, procedure, nonce } = request;
    if (payload.glue === null)
        return openOthers(request);
    const metered = procedure.kind === "exhaust_fuel" ? await meterCopies() : null;
    const use = procedure.kind === "load" ? "compiled-anew" : "kept";
    const inner = metered === null ? _wrapped_unique_modules_js__WEBPACK_IMPORTED_MODULE_5__/* .UNIQUE_MODULES */ .st : (0,_wrapped_unique_modules_js__WEBPACK_IMPORTED_MODULE_5__/* .makeUnique */ .Ki)(metered.hooks);
    const records = (0,_wrapped_copy_records_js__WEBPACK_IMPORTED_MODULE_8__/* .recordCopies */ .t)(inner, use);
    const { hooks, times } = (0,_wrapped_unique_modules_js__WEBPACK_IMPORTED_MODULE_5__/* .timeEngine */ .YS)(records.hooks, { now, cpu: _clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .readCpu */ .jl });
    const copies = await (0,_glue_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .openGlue */ .Mp)(payload, nonce, { records, hooks });
    return { ...copies, times, moduleBytes: records.moduleBytes, metered };
}
/** What instruments modules is evaluated when it is asked for: every isolate would wait for it else. */
async function meterCopies() {
    const { meterModules } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5559));
    const { EXHAUSTION_RULES } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 394));
    return meterModules(EXHAUSTION_RULES, false);
}
const NO_TIMES = { compile: 0, instantiate: 0, overhead: 0, overheadCpu: 0 };
/** The other side of a component that became glue. */
async function openOthers({ payload, procedure, nonce }) {
    if (procedure.kind === "exhaust_fuel" || procedure.kind === "grow")
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh("the other side is glue, and this one is none: they cannot be compared");
    const { create, recompile } = await (0,_guest_js__WEBPACK_IMPORTED_MODULE_3__/* .createGuestFactory */ .zs)(payload, nonce);
    let serial = nonce * SERIALS_PER_ISOLATE;
    const compileAnew = () => {
        serial += 1;
        return (recompile?.(serial) ?? create)();
    };
    return {
        renew: async () => (procedure.kind === "load" ? compileAnew() : create()),
        times: () => NO_TIMES,
        moduleBytes: () => payload.bytes.length,
        metered: null,
        replaced: () => null,
        release: () => { },
    };
}
async function observerOf(procedure, guests, probe) {
    switch (procedure.kind) {
        case "warm_start":
        case "load":
            return () => start(procedure, guests);
        case "sequence":
            return () => sequence(procedure, guests, probe);
        case "grow":
            return () => grow(procedure.call, guests);
        case "recover":
            return recoverer(procedure, guests);
        case "exhaust_fuel":
            return exhauster(procedure, guests);
    }
}
/** A copy from its JavaScript to its first answer. */
async function start({ kind, call }, guests) {
    const before = guests.times();
    const from = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .startClocks */ .a0)();
    const guest = await guests.renew();
    const made = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw)(from);
    const loaded = guests.times();
    if (call !== null)
        await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_4__/* .settleCall */ .mT)(guest, call);
    const elapsed = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw)(from);
    const after = guests.times();
    (0,_glue_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .requireInstance */ .Fn)(guest);
    const whole = workBetween(before, after);
    const late = workBetween(loaded, after);
    const values = {
        ...withoutOverhead(elapsed, whole),
        instantiate: whole.instantiate,
        first_call: Math.max(0, elapsed.wallNs - made.wallNs - late.compile - late.instantiate - late.overhead),
    };
    if (kind === "warm_start")
        return values;
    const slope = values.time / (guests.moduleBytes() / 1024);
    return { ...values, compile: whole.compile, slope_per_kib: slope };
}
/** A number of copies made, called and let go one after the other. */
async function sequence({ instances, call }, guests, { privateBytes }) {
    const bytes = privateBytes();
    const { time, cpu } = await timed(guests, async () => {
        for (let made = 0; made < instances; made += 1)
            await renewCalled(guests, call);
    });
    const growth = privateBytes() - bytes;
    return { time: time / instances, cpu: cpu / instances, growth_bytes: growth };
}
/** Growth of a fresh copy's memory, and one that must be refused. Its own JavaScript is not told, so it is called before. */
async function grow(call, guests) {
    (0,_memory_limit_js__WEBPACK_IMPORTED_MODULE_7__/* .verifyGrowth */ .tb)(onlyMemory(await renewCalled(guests, call)));
    const memory = onlyMemory(await renewCalled(guests, call));
    const { wallNs, cpuNs } = (0,_memory_limit_js__WEBPACK_IMPORTED_MODULE_7__/* .timeGrowths */ .UB)(memory);
    const from = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .startClocks */ .a0)();
    (0,_memory_limit_js__WEBPACK_IMPORTED_MODULE_7__/* .growOnce */ .BR)(memory, _memory_limit_js__WEBPACK_IMPORTED_MODULE_7__/* .BEYOND_ANY_LIMIT */ .VL);
    return { time: wallNs, cpu: Math.max(_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .LEAST_CPU_NS */ .Lg, cpuNs), refused: (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw)(from).wallNs };
}
async function recoverer({ trap, call }, guests) {
    let guest = await guests.renew();
    return () => timed(guests, async () => {
        (0,_crash_js__WEBPACK_IMPORTED_MODULE_6__/* .requireCategory */ .MD)((await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_4__/* .settleTrap */ .ti)(guest, trap)).outcome, trap);
        guest = await renewCalled(guests, call);
    });
}
async function exhauster(procedure, guests) {
    const { metered } = guests;
    if (metered === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh("nothing of it is counted");
    const { exhaustAwaited } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 394));
    metered.restart();
    let guest = await guests.renew();
    return () => timed(guests, async () => {
        const { refill, guard } = metered.meters();
        refill(BigInt(procedure.fuel));
        await exhaustAwaited({ guest, guard }, procedure);
        metered.restart();
        guest = await renewCalled(guests, procedure.call);
        metered.requireAll();
    });
}
async function renewCalled(guests, call) {
    const guest = await guests.renew();
    if (call !== null)
        await (0,_settle_call_js__WEBPACK_IMPORTED_MODULE_4__/* .settleCall */ .mT)(guest, call);
    (0,_glue_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .requireInstance */ .Fn)(guest);
    return guest;
}
async function timed(guests, work) {
    const before = guests.times();
    const from = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .startClocks */ .a0)();
    await work();
    const elapsed = (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopClocks */ .kw)(from);
    return withoutOverhead(elapsed, workBetween(before, guests.times()));
}
function workBetween(before, after) {
    return {
        compile: after.compile - before.compile,
        instantiate: after.instantiate - before.instantiate,
        overhead: after.overhead - before.overhead,
        overheadCpu: after.overheadCpu - before.overheadCpu,
    };
}
/** Making modules unique, or finding those that are kept, is the measuring's. */
function withoutOverhead({ wallNs, cpuNs }, { overhead, overheadCpu }) {
    return {
        time: Math.max(1, wallNs - overhead),
        cpu: Math.max(_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .LEAST_CPU_NS */ .Lg, cpuNs - overheadCpu),
    };
}
function onlyMemory({ memories = [] }) {
    const [memory, ...others] = memories;
    if (memory === undefined || others.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh(`the copy has ${memories.length} memories, and one is grown`);
    return memory;
}


/***/ }),

/***/ 834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ sameValue)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./lib/suites/same-value.js

/**
 * Whether a guest answered what was expected of it.
 *
 * @param expected - value from a configuration, where a number may stand for any numeric type
 * @param actual - what the guest returned
 * @returns true for equal values, an i32 given unsigned, an f32 given with the digits of a double, equal arrays of any
 *   kind, and records with equal values under equal names
 */
function sameValue(expected, actual) {
    const wanted = listOf(expected);
    if (wanted !== null) {
        const items = listOf(actual);
        return (items !== null &&
            wanted.length === items.length &&
            wanted.every((item, index) => sameValue(item, items[index])));
    }
    if (Object.is(expected, actual))
        return true;
    if (typeof expected === "object" && expected !== null)
        return sameRecord(expected, actual);
    if (typeof expected !== "number")
        return false;
    if (typeof actual === "number")
        return sameNumber(expected, actual);
    return typeof actual === "bigint" && Number.isInteger(expected) && BigInt(expected) === actual;
}
/** A name that is absent is one without a value. */
function sameRecord(expected, actual) {
    if (typeof actual !== "object" || actual === null || listOf(actual) !== null)
        return false;
    // Maps, sets, dates and the like hold what their names do not show.
    if (![expected, actual].every(isPlain))
        return (0,external_node_util_namespaceObject.isDeepStrictEqual)(expected, actual);
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].every((name) => {
        const [wanted, found] = [expected, actual].map((one) => one[name]);
        return wanted === undefined ? found === undefined : sameValue(wanted, found);
    });
}
function isPlain(value) {
    return Object.prototype.toString.call(value) === "[object Object]";
}
function sameNumber(expected, actual) {
    const isUnsigned = Number.isInteger(expected) && actual < 0 && expected === actual >>> 0;
    return isUnsigned || Math.fround(expected) === actual;
}
/** The items of an array or a typed array; null for anything else. */
function listOf(value) {
    if (Array.isArray(value))
        return value;
    return ArrayBuffer.isView(value) && !(value instanceof DataView)
        ? Array.from(value)
        : null;
}


/***/ }),

/***/ 3292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ beginCopy),
/* harmony export */   j: () => (/* binding */ expectCopies)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3136);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5919);


/** The query by which copies of an ES module are told apart. */
const COPY = "copy";
/** Files that CommonJS had loaded before any copy; null until there was one. */
let ours = null;
/** The copy that was begun last. */
let current = "";
/** Whether this thread will have several copies; a thread of its own has one, unless it is told otherwise. */
let hasSeveral = node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.isMainThread;
/** Tells that this thread, started for one copy, will have several: the first is then told apart as well. */
function expectCopies() {
    hasSeveral = true;
}
/**
 * Begins a copy of JavaScript: what it imports or requires from now on, however deep, is loaded anew for it. In a thread
 * of its own everything is new anyhow. Before Node 22.15 only its entry is, and what it requires.
 *
 * @param nonce - distinguishes the copy; its entry is imported with this under the query `copy`
 */
function beginCopy(nonce) {
    if (!hasSeveral)
        return;
    const modules = process.getBuiltinModule("node:module");
    const { cache } = modules.createRequire(import.meta.url);
    current = String(nonce);
    if (ours === null) {
        ours = new Set(Object.keys(cache));
        separateImports(modules, cache);
        separateRequires(modules, cache);
    }
    // CommonJS knows files alone, and ignores queries.
    for (const file of Object.keys(cache))
        if (!ours.has(file))
            delete cache[file];
}
function separateImports({ registerHooks }, cache) {
    if (typeof registerHooks !== "function")
        return;
    registerHooks({
        resolve: (specifier, context, next) => {
            const found = next(specifier, context);
            const isRequired = context.conditions?.includes("require") ?? false;
            const copy = isRequired ? null : copyOf(context.parentURL ?? "", cache);
            return copy === null || !found.url.startsWith("file:")
                ? found
                : { ...found, url: withCopy(found.url, copy) };
        },
    });
}
/**
 * Where an ES module imports CommonJS, Node enters what that hands on before it runs. Of a later copy it takes such an
 * entry for a module that is running, for it has been asked for it before, and gives its empty exports.
 */
function separateRequires(loader, cache) {
    const { _load: load } = loader;
    const running = new Set();
    loader._load = function loadOwn(request, parent, ...rest) {
        const run = () => load.call(this, request, parent, ...rest);
        if (request.startsWith("node:"))
            return run();
        const file = loader._resolveFilename(request, parent, ...rest);
        if (running.has(file) || ours?.has(file) === true)
            return run();
        if (parent !== undefined && cache[file]?.loaded === false)
            delete cache[file];
        running.add(file);
        try {
            return run();
        }
        finally {
            running.delete(file);
        }
    };
}
/** CommonJS has no query: what it imports belongs to the copy that was begun last. */
function copyOf(parent, cache) {
    if (!parent.startsWith("file:"))
        return null;
    const copy = new URL(parent).searchParams.get(COPY);
    if (copy !== null)
        return copy;
    const file = (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(parent);
    return file in cache && ours?.has(file) === false ? current : null;
}
function withCopy(address, copy) {
    const url = new URL(address);
    url.searchParams.set(COPY, copy);
    return url.href;
}


/***/ }),

/***/ 9523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   mT: () => (/* binding */ settleCall),
/* harmony export */   ti: () => (/* binding */ settleTrap),
/* harmony export */   x4: () => (/* binding */ settleTimed)
/* harmony export */ });
/* harmony import */ var _describe_call_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9965);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8858);
/* harmony import */ var _guest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6357);
/* harmony import */ var _placed_arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7425);




/**
 * Runs a call once and checks everything it must do. What returns a promise is awaited; nothing else is.
 *
 * @param guest - live instance
 * @param call - export, arguments and expectation
 * @returns what it returned
 * @throws what the guest throws, or its promise is rejected with; WrongResult when it differs from what is expected
 */
async function settleCall(guest, call) {
    const made = (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .callUnchecked */ .l7)(guest, call);
    const isAwaited = (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .isPromise */ .yL)(made);
    const outcome = isAwaited ? await made : made;
    (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .checkAll */ .K7)(guest, call, outcome);
    return { outcome, isAwaited };
}
/**
 * As {@link settleCall}. What it must leave in memory is not looked at: reading that back would be timed too.
 *
 * @param guest - live instance
 * @param call - as for {@link settleCall}
 * @throws as {@link settleCall}, but for data
 */
async function settleTimed(guest, call) {
    const made = (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .callUnchecked */ .l7)(guest, call);
    const result = (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .isPromise */ .yL)(made) ? await made : made;
    if (call.export !== "_start")
        (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .checkResult */ .iJ)(call, result);
}
/**
 * Makes a call that must trap. The trap may come with its promise.
 *
 * @param guest - live instance
 * @param call - the call
 * @returns the error, untouched
 * @throws MissingTrap when the call returns, or its promise is kept
 */
async function settleTrap(guest, call) {
    const trap = guest.find(call.export);
    const { args } = (0,_placed_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .argumentsOf */ .aX)(guest, call);
    let isAwaited = false;
    try {
        const made = trap(...args);
        isAwaited = (0,_guest_js__WEBPACK_IMPORTED_MODULE_2__/* .isPromise */ .yL)(made);
        if (isAwaited)
            await made;
    }
    catch (outcome) {
        return { outcome, isAwaited };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingTrap */ .kX((0,_describe_call_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCall */ .G)(call));
}


/***/ }),

/***/ 9920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ startFault),
/* harmony export */   WE: () => (/* binding */ INSTANTIATING),
/* harmony export */   bJ: () => (/* binding */ INITIALISING)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);

/**
 * Says of what a guest throws while it is made that it was not called yet.
 *
 * @param part - what was done, such as `instantiating it`
 * @param error - what was thrown
 * @returns a PartFault with that cause; an error of linking as it is, for it says so itself
 */
function startFault(part, error) {
    const isLinking = error instanceof WebAssembly.LinkError || error instanceof TypeError;
    return isLinking || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PartFault */ .ie ? error : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PartFault */ .ie(part, { cause: error });
}
/** Instantiating, as messages call it: segments are written and the start function runs. */
const INSTANTIATING = "instantiating it";
/** What is done to a reactor, as messages call it. */
const INITIALISING = "initialising it (`_initialize`)";


/***/ }),

/***/ 9334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ createTrampoline),
/* harmony export */   u: () => (/* binding */ createCaller)
/* harmony export */ });
/**
 * Compiles a closure from source text that no other copy shares, because V8 shares type feedback between closures of equal text.
 *
 * @param body - source of the closure's body; may use the bindings and `last`, a variable that outlives the call
 * @param bindings - names and values the body sees
 * @param nonce - distinguishes the copy
 * @returns the closure
 * @see docs/measurement.md#copies
 */
function createTrampoline(body, bindings, nonce) {
    const source = `"use strict"; let last = 0; return function copy${nonce}() { /* ${nonce} */ ${body} };`;
    const make = new Function(...Object.keys(bindings), source);
    return make(...Object.values(bindings));
}
/**
 * A closure that calls an export with fixed arguments and keeps the result alive.
 *
 * @param target - the export
 * @param args - arguments of every call
 * @param nonce - distinguishes the copy
 * @returns the closure; it returns the export's result
 */
function createCaller(target, args, nonce) {
    const names = args.map((_, index) => `a${index}`);
    const bindings = Object.fromEntries(args.map((value, index) => [`a${index}`, value]));
    return createTrampoline(`return last = target(${names.join(", ")});`, { target, ...bindings }, nonce);
}


/***/ }),

/***/ 4204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ compileTranspiled)
/* harmony export */ });
/* harmony import */ var _wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9809);
/* harmony import */ var _load_transpiled_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6925);


/**
 * Compiles a copy of a component: its JavaScript and every core module, none of them shared with another copy.
 *
 * @param host - component and host
 * @param nonce - distinguishes the copy
 * @returns makes instances
 * @throws WebAssembly.CompileError, or whatever loading the JavaScript throws
 */
async function compileTranspiled(host, nonce) {
    const instantiate = await (0,_load_transpiled_js__WEBPACK_IMPORTED_MODULE_1__/* .loadCopy */ .W4)(host, nonce);
    const unique = new Map(host.transpiled.modules.map(({ name, bytes }) => [name, (0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareUnique */ .TQ)(bytes)]));
    const recompile = (serial) => compile(unique, serial, instantiate);
    return { create: recompile(nonce), recompile };
}
function compile(unique, serial, instantiate) {
    const modules = new Map([...unique].map(([name, one]) => [name, new WebAssembly.Module((0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__/* .rewriteNonce */ .Iq)(one, serial))]));
    const moduleOf = (name) => (0,_load_transpiled_js__WEBPACK_IMPORTED_MODULE_1__/* .requireModule */ .S8)(modules, name);
    const engine = {
        moduleOf,
        instantiate: (module, imports) => new WebAssembly.Instance(module, imports),
    };
    return () => ({ instance: null, ...instantiate(engine) });
}


/***/ }),

/***/ 6925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ requireModule),
/* harmony export */   W4: () => (/* binding */ loadCopy),
/* harmony export */   uD: () => (/* binding */ loadComponentHost)
/* harmony export */ });
/* harmony import */ var _wasm_component_names_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5812);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8858);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5329);
/* harmony import */ var _start_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9920);
/* harmony import */ var _provide_imports_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9038);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};





/**
 * Loads the host of a component: the user's imports module, and WASI 0.2 where it is imported.
 *
 * @param payload - a transpiled component
 * @param pins - clocks and randomness that repeat; null for the real ones
 * @returns the host
 * @throws HostError when it cannot be loaded
 */
async function loadComponentHost(payload, pins = null) {
    const { transpiled } = payload;
    if (transpiled === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh("it is no Component Model binary");
    // The first WASI is none of a component's.
    const host = payload.host.kind === "wasi" ? { ...payload.host, kind: "none" } : payload.host;
    const sessions = await (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .createSessionFactory */ .b)({ ...payload, host }, pins);
    return { transpiled, sessions, createWasi: await (0,_provide_imports_js__WEBPACK_IMPORTED_MODULE_3__/* .loadWasi */ .f)(transpiled.world, payload.wasi) };
}
/**
 * Loads a copy of the JavaScript between core modules and host, from text that no other copy shares.
 *
 * @param host - component and host
 * @param nonce - distinguishes the copy
 * @returns makes instances
 * @throws whatever loading it throws
 */
async function loadCopy({ transpiled, sessions, createWasi }, nonce) {
    const text = Buffer.from(`${transpiled.source}\n// ${nonce}\n`).toString("base64");
    const address = `data:text/javascript;base64,${text}`;
    const { instantiate } = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ address)));
    const { world } = transpiled;
    return (engine) => {
        const session = sessions();
        const imports = (0,_provide_imports_js__WEBPACK_IMPORTED_MODULE_3__/* .provideImports */ .k)(world, { host: session.imports, wasi: createWasi() });
        const memories = new Set();
        const makeCore = (module, own = {}) => {
            const made = engine.instantiate(module, own);
            for (const item of Object.values(made.exports))
                if (item instanceof WebAssembly.Memory)
                    memories.add(item);
            return made;
        };
        let exports;
        try {
            exports = instantiate(engine.moduleOf, imports, makeCore);
        }
        catch (error) {
            throw (0,_start_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .startFault */ .HF)(_start_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .INSTANTIATING */ .WE, error);
        }
        session.attach(shownInstance(exports));
        const find = (name) => findFunction(exports, transpiled, name);
        return { session, find, memories: [...memories], exports };
    };
}
/**
 * The compiled core module of a name.
 *
 * @param modules - compiled core modules by name
 * @param name - name the component's JavaScript asks for
 * @returns the module
 * @throws HostError when there is none of that name
 */
function requireModule(modules, name) {
    const found = modules.get(name);
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`the component has no core module ${name}`);
    return found;
}
/** What host code sees of a component under `getInstance()`. */
function shownInstance(exports) {
    return Object.create(WebAssembly.Instance.prototype, {
        exports: { value: exports, enumerable: true },
    });
}
function findFunction(exports, { world }, named) {
    const found = (0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_4__/* .findWitExport */ .kn)(world, named);
    if ("fault" in found)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(found.fault);
    const { item, name, type } = found;
    const scope = item.isFunction ? exports : exports[item.name];
    const target = scope?.[(0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_4__/* .toCamelCase */ .Cb)(name)];
    if (typeof target !== "function")
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`there is no exported function "${named}"`);
    const call = target;
    const whole = (0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isCommand */ .y9)(item.name)
        ? (...args) => endNormally(() => call(...args))
        : call;
    return type.result?.kind === "result" ? telling(named, whole) : whole;
}
function toldAs(named, error) {
    return error instanceof Error && "payload" in error
        ? new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ErrorResult */ .YD(named, { cause: error })
        : error;
}
/** The error of a `result` is thrown to JavaScript; as a result it is none that was to be measured. */
function telling(named, call) {
    return (...args) => {
        try {
            return call(...args);
        }
        catch (error) {
            throw toldAs(named, error);
        }
    };
}
/** A command that exits with 0 has succeeded. */
function endNormally(run) {
    try {
        return run();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GuestExit */ .nk && error.exitCode === 0)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 4640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ meterTranspiled),
/* harmony export */   M: () => (/* binding */ compileParts)
/* harmony export */ });
/* harmony import */ var _wasm_fuel_meter_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8192);
/* harmony import */ var _wasm_fuel_meters_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2753);
/* harmony import */ var _wasm_unique_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9809);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8858);
/* harmony import */ var _load_transpiled_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6925);





/**
 * Compiles instrumented core modules from bytes no other copy shares, each with an unlimited budget.
 *
 * @param parts - instrumented core modules
 * @param nonce - distinguishes the copy
 * @returns the modules
 * @throws WebAssembly.CompileError
 */
function compileParts(parts, nonce) {
    const modules = new Map();
    const instrumented = new Map();
    for (const { name, module } of parts) {
        const compiled = new WebAssembly.Module((0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_2__/* .withNonce */ .ED)(module.bytes, nonce));
        modules.set(name, compiled);
        instrumented.set(compiled, module);
    }
    return { modules, instrumented };
}
/**
 * Makes an instance of a component out of instrumented core modules.
 *
 * @param parts - compiled core modules
 * @param instantiate - the component's JavaScript
 * @returns the instance with its meter; to be refilled before it is called
 * @throws HostError when a part is missing; whatever the guest throws while it starts
 */
function meterTranspiled(parts, instantiate) {
    const meters = (0,_wasm_fuel_meters_js__WEBPACK_IMPORTED_MODULE_1__/* .createFuelMeters */ .h)();
    return { ...instantiate(meteringEngine(parts, meters)), meters };
}
/** One counter a core instance; modules see one another's exports without those the counting added. */
function meteringEngine({ modules, instrumented }, meters) {
    return {
        moduleOf: (name) => (0,_load_transpiled_js__WEBPACK_IMPORTED_MODULE_4__/* .requireModule */ .S8)(modules, name),
        instantiate: (module, imports) => {
            const own = instrumented.get(module);
            if (own === undefined)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh("the component instantiates an unknown module");
            const meter = (0,_wasm_fuel_meter_js__WEBPACK_IMPORTED_MODULE_0__/* .createFuelMeter */ .Qk)(new WebAssembly.Instance(module, imports), own);
            meters.add(meter);
            return { exports: meter.exports };
        },
    };
}


/***/ }),

/***/ 9038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ loadWasi),
/* harmony export */   k: () => (/* binding */ provideImports)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);
/* harmony import */ var _wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5812);
/* harmony import */ var _wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1041);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8858);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};






/**
 * Loads WASI 0.2 where a component imports some of it.
 *
 * @param world - what the component imports
 * @param inputs - files, variables, arguments and input; nothing of them when absent
 * @returns makes its interfaces for an instance; no interfaces where none is imported
 * @throws HostError when this installation lacks it
 */
async function loadWasi(world, inputs) {
    if (!world.imports.some(({ name }) => (0,_wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_4__/* .isProvidedInterface */ .P)(name)))
        return () => ({});
    // Beside the measuring program, and read by no process that does not need it.
    const entry = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(process.argv[1] ?? ""), "wasi", "index.js");
    try {
        const loaded = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(entry).href)));
        return loaded.prepareWasi(inputs);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`WASI 0.2 could not be loaded: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause });
    }
}
/**
 * Gives a component what it imports, under the names its JavaScript asks for.
 *
 * @param world - what it imports
 * @param sources - host code and WASI
 * @returns interfaces by name; without those of WASI that an engine gives
 * @throws HostError naming every import nobody provides
 */
function provideImports(world, { host, wasi }) {
    const missing = [];
    const imports = {};
    for (const item of world.imports) {
        const key = (0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutVersion */ .Pv)(item.name);
        const given = givenByHost(host, item);
        if (given === undefined && wasi === null && (0,_wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_4__/* .isProvidedInterface */ .P)(item.name))
            continue;
        const own = given ?? exitAsError(key, wasi?.[key]);
        const named = item.isFunction ? { default: own } : namedForJavaScript(own);
        missing.push(...missingFrom(named, item));
        imports[key] = named;
    }
    if (missing.length === 0)
        return imports;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`${_wasm_component_provided_js__WEBPACK_IMPORTED_MODULE_4__/* .NOBODY_PROVIDES */ .h} ${missing.join(", ")}: let the module named by \`host\` export it under \`imports\``);
}
/** Host code may name an interface with its version or without, a function as in WIT or as in JavaScript. */
function givenByHost(host, { name, isFunction }) {
    const own = host;
    const found = own[name] ?? own[(0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutVersion */ .Pv)(name)];
    return found ?? (isFunction ? own[(0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__/* .toCamelCase */ .Cb)(name)] : undefined);
}
function namedForJavaScript(given) {
    if ((typeof given !== "object" && typeof given !== "function") || given === null)
        return {};
    const entries = Object.entries(given);
    return {
        ...Object.fromEntries(entries.map(([name, value]) => [(0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__/* .toCamelCase */ .Cb)(name), value])),
        ...Object.fromEntries(entries),
    };
}
function missingFrom(given, { name, functions, isFunction }) {
    if (isFunction)
        return typeof given.default === "function" ? [] : [name];
    return Object.keys(functions).flatMap((own) => typeof given[nameInJavaScript(own)] === "function" ? [] : [`${name}#${own}`]);
}
/** Functions of a resource are found on its class: `[method]blob.size` asks for `Blob`. */
function nameInJavaScript(name) {
    const resource = /^\[[a-z-]+\]([^.]+)/.exec(name)?.[1];
    if (resource === undefined)
        return (0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__/* .toCamelCase */ .Cb)(name);
    const camel = (0,_wasm_component_names_js__WEBPACK_IMPORTED_MODULE_5__/* .toCamelCase */ .Cb)(resource);
    return camel.charAt(0).toUpperCase() + camel.slice(1);
}
/** A guest that ends itself is told like one of the first WASI. */
function exitAsError(key, given) {
    if (key !== "wasi:cli/exit")
        return given;
    const end = (code) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GuestExit */ .nk(code);
    };
    return {
        exit: (status) => end(status.tag === "ok" ? 0 : 1),
        exitWithCode: end,
    };
}


/***/ }),

/***/ 3322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ loadWorkload),
  L: () => (/* binding */ runPart)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/model/clock.js
/** What times are read from: the CPU time of the measuring process (user and system), or the time that passes. */
const CLOCKS = ["cpu", "wall"];

// EXTERNAL MODULE: ./lib/suites/errors.js
var suites_errors = __nccwpck_require__(8858);
// EXTERNAL MODULE: ./lib/suites/file-fetch.js
var file_fetch = __nccwpck_require__(4090);
// EXTERNAL MODULE: ./lib/suites/load-fault.js
var load_fault = __nccwpck_require__(7040);
// EXTERNAL MODULE: ./lib/suites/separate-copies.js
var separate_copies = __nccwpck_require__(3292);
;// CONCATENATED MODULE: ./lib/suites/workload-module.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};






const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const FIELDS = ["run", "expect", "operations", "clock"];
const MOST_OPERATIONS = 1e9;
/** How one is written, for messages. */
const FORM = "export const benchmarks = { name: (guest, state) => … }";
/**
 * Imports a copy of a workload module.
 *
 * @param workload - its address
 * @param nonce - distinguishes the copy
 * @param glue - the component's glue, which the same copy of the process has loaded; null without any
 * @returns its functions
 * @throws HostError when it cannot be loaded or holds something else than benchmarks
 */
async function loadWorkload({ url, shown }, nonce, glue) {
    // Glue has begun this copy already.
    if (glue === null) {
        (0,file_fetch/* installFileFetch */.k)(url);
        (0,separate_copies/* beginCopy */.F)(nonce);
    }
    let namespace;
    try {
        namespace = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ `${url}?copy=${nonce}`)));
    }
    catch (cause) {
        const fault = (0,load_fault/* loadFault */.p)(cause, url, "candidate");
        throw new suites_errors/* HostError */.dh(`the workload ${shown} could not be loaded: ${fault}`, { cause });
    }
    try {
        return readWorkload(namespace);
    }
    catch (cause) {
        throw new suites_errors/* HostError */.dh(`the workload ${shown} ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
}
function readWorkload(namespace) {
    const scope = namespace.benchmarks === undefined && isFields(namespace.default)
        ? namespace.default
        : namespace;
    const { benchmarks } = scope;
    if (benchmarks === undefined)
        throw new TypeError(`exports no \`benchmarks\`: write ${FORM}`);
    if (!isFields(benchmarks))
        throw new TypeError(`exports \`benchmarks\` that are no object: write ${FORM}`);
    const read = Object.entries(benchmarks).map(([name, value]) => readBenchmark(name, value));
    if (read.length === 0)
        throw new TypeError(`exports \`benchmarks\` without any: write ${FORM}`);
    return {
        setup: functionOf(scope, "setup"),
        teardown: functionOf(scope, "teardown"),
        benchmarks: new Map(read.map((one) => [one.name, one])),
    };
}
function functionOf(scope, name) {
    const found = scope[name];
    if (found === undefined)
        return null;
    if (typeof found === "function")
        return found;
    throw new TypeError(`exports \`${name}\` that is no function, but ${kindOf(found)}`);
}
function readBenchmark(name, value) {
    const place = `has the benchmark ${JSON.stringify(name)}`;
    if (!NAME.test(name))
        throw new TypeError(`${place}, whose name is none: letters, digits, ".", "_" and "-", at most 64, the first a letter or digit`);
    if (typeof value === "function")
        return { name, run: value, operations: 1, clock: null };
    if (!isFields(value) || typeof value.run !== "function")
        throw new TypeError(`${place}, which is no function, but ${kindOf(value)}: write (guest, state) => …, or { run, expect, operations, clock }`);
    const other = Object.keys(value).find((key) => !FIELDS.includes(key));
    if (other !== undefined)
        throw new TypeError(`${place} with ${JSON.stringify(other)}, which it does not know; there are ${FIELDS.join(", ")}`);
    const { operations = 1, clock = null } = value;
    if (!Number.isInteger(operations) ||
        Number(operations) < 1 ||
        Number(operations) > MOST_OPERATIONS)
        throw new TypeError(`${place}, whose \`operations\` is no whole number from 1 to 1000000000`);
    if (clock !== null && !CLOCKS.some((one) => one === clock))
        throw new TypeError(`${place}, whose \`clock\` is none of ${CLOCKS.join(", ")}`);
    return {
        name,
        run: value.run,
        operations: Number(operations),
        clock: clock,
        ...(value.expect === undefined ? {} : { expect: value.expect }),
    };
}
function isFields(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function kindOf(value) {
    if (value === null)
        return "null";
    return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
/**
 * Runs a part of a workload and says whose fault it is when that fails.
 *
 * @param part - for messages, such as `setup`
 * @param run - the part
 * @returns what it returned, awaited
 * @throws PartFault with the cause
 */
async function runPart(part, run) {
    try {
        return await run();
    }
    catch (cause) {
        throw new suites_errors/* PartFault */.ie(part, { cause });
    }
}


/***/ }),

/***/ 605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ memoriesOf),
/* harmony export */   t: () => (/* binding */ recordCopies)
/* harmony export */ });
/**
 * Records what copies of glue make, and hands later ones the modules that earlier ones have compiled.
 *
 * @param inner - what becomes of a module that is compiled
 * @param use - whether compiled modules are kept
 * @returns hooks for the engine, and what they have seen
 */
function recordCopies(inner, use) {
    const kept = [];
    let instances = [];
    let memories = new Set();
    const prepare = (bytes) => {
        const known = kept.find((one) => Buffer.compare(one.bytes, bytes) === 0);
        if (known !== undefined && use === "kept")
            return { bytes, module: known.module, compiled: () => { } };
        // The glue may change what it handed over.
        const own = known?.bytes ?? bytes.slice();
        const prepared = inner.prepare(bytes);
        const compiled = (module) => {
            prepared.compiled(module);
            if (known === undefined)
                kept.push({ bytes: own, module });
        };
        return { ...prepared, compiled };
    };
    const instantiated = (made) => {
        const shown = inner.instantiated(made);
        instances.push(made.instance);
        for (const memory of memoriesOf({ ...made, instance: shown }))
            memories.add(memory);
        return shown;
    };
    return {
        hooks: { ...inner, prepare, instantiated },
        begin: () => {
            instances = [];
            memories = new Set();
            return { instances, memories };
        },
        moduleBytes: () => kept.reduce((sum, { bytes }) => sum + bytes.length, 0),
    };
}
/**
 * The memories of a new instance: those it exports, and those that JavaScript made and handed to it.
 *
 * @param made - instance and imports
 * @returns the memories; one may be there several times
 */
function memoriesOf({ instance, imports }) {
    return [...memoriesIn(instance.exports), ...importedMemories(imports)];
}
function memoriesIn(scope) {
    return Object.values(scope).filter((item) => item instanceof WebAssembly.Memory);
}
function importedMemories(imports) {
    if (typeof imports !== "object" || imports === null)
        return [];
    return Object.values(imports).flatMap((scope) => typeof scope === "object" && scope !== null ? memoriesIn(scope) : []);
}


/***/ }),

/***/ 5559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   meterModules: () => (/* binding */ meterModules)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _wasm_fuel_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5327);
/* harmony import */ var _wasm_fuel_meter_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8192);
/* harmony import */ var _wasm_fuel_meters_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2753);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8858);
/* harmony import */ var _copy_records_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(605);






/**
 * Puts instrumented modules in the place of those that JavaScript compiles. It sees neither the counters nor another
 * class of instances.
 *
 * @param rules - how fuel is counted
 * @param functions - whether it is counted by function too
 * @returns hooks for the engine, and what they have seen
 */
function meterModules(rules, functions) {
    const validate = (bytes) => WebAssembly.validate(bytes);
    const known = new WeakMap();
    let meters = (0,_wasm_fuel_meters_js__WEBPACK_IMPORTED_MODULE_3__/* .createFuelMeters */ .h)();
    const memories = new Set();
    let fault = null;
    const prepare = (bytes) => {
        // JavaScript may try what the engine takes: the engine answers that.
        if (!validate(bytes))
            return { bytes, compiled: () => { } };
        try {
            const instrumented = (0,_wasm_fuel_js__WEBPACK_IMPORTED_MODULE_1__/* .instrumentFuel */ .g5)(bytes, { ...rules, validate, functions });
            return {
                bytes: instrumented.bytes,
                compiled: (module) => void known.set(module, instrumented),
            };
        }
        catch (error) {
            fault ??= `a module cannot be instrumented: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
            return { bytes, compiled: () => { } };
        }
    };
    const instantiated = (made) => {
        const { instance, module } = made;
        const instrumented = known.get(module);
        if (instrumented === undefined) {
            fault ??= "an instance was made of a module that does not count";
            for (const memory of (0,_copy_records_js__WEBPACK_IMPORTED_MODULE_5__/* .memoriesOf */ .j)(made))
                memories.add(memory);
            return instance;
        }
        const meter = (0,_wasm_fuel_meter_js__WEBPACK_IMPORTED_MODULE_2__/* .createFuelMeter */ .Qk)(instance, instrumented);
        meters.add(meter);
        const shown = Object.create(Object.getPrototypeOf(instance), {
            exports: { value: meter.exports, enumerable: true },
        });
        for (const memory of (0,_copy_records_js__WEBPACK_IMPORTED_MODULE_5__/* .memoriesOf */ .j)({ ...made, instance: shown }))
            memories.add(memory);
        return shown;
    };
    return {
        hooks: {
            prepare,
            instantiated,
            hidden: (module) => known.get(module)?.hiddenExports ?? [],
            begin: () => () => { },
        },
        meters: () => meters,
        restart: () => {
            meters = (0,_wasm_fuel_meters_js__WEBPACK_IMPORTED_MODULE_3__/* .createFuelMeters */ .h)();
        },
        memories,
        requireAll: () => {
            if (fault !== null)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Uncounted */ .kn(fault);
            if (meters.count() === 0)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Uncounted */ .kn("the glue made no WebAssembly instance where it was loaded");
        },
    };
}


/***/ }),

/***/ 1336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ki: () => (/* binding */ makeUnique),
/* harmony export */   YS: () => (/* binding */ timeEngine),
/* harmony export */   d5: () => (/* binding */ beginSerials),
/* harmony export */   st: () => (/* binding */ UNIQUE_MODULES)
/* harmony export */ });
/* harmony import */ var _wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9809);

/** Serial of the last module that was made unique in this thread. */
let lastSerial = 0;
/** Changes nothing. */
const AS_THEY_ARE = {
    prepare: (bytes) => ({ bytes, compiled: () => { } }),
    instantiated: ({ instance }) => instance,
    hidden: () => [],
    begin: () => () => { },
};
/**
 * Makes every module unique that JavaScript compiles, so that no copy runs another one's code.
 *
 * @param hooks - what else becomes of it, before
 * @returns hooks whose bytes no other compilation of this thread has
 */
function makeUnique(hooks) {
    const prepare = (bytes) => {
        const prepared = hooks.prepare(bytes);
        lastSerial += 1;
        return { ...prepared, bytes: (0,_wasm_unique_js__WEBPACK_IMPORTED_MODULE_0__/* .withNonce */ .ED)(prepared.bytes, lastSerial) };
    };
    return { ...hooks, prepare };
}
/** Modules as they are, each unique. */
const UNIQUE_MODULES = makeUnique(AS_THEY_ARE);
/**
 * Tells the modules of this thread from those of others: compiled code is shared by all threads of a process.
 *
 * @param first - serial behind which those of this thread are; no other thread's may follow it
 */
function beginSerials(first) {
    lastSerial = first;
}
/**
 * Times what the engine does for JavaScript. Work of one kind that overlaps is counted once.
 *
 * @param inner - what becomes of modules; its time is the measuring's
 * @param clocks - what is read
 * @returns hooks, and the times so far
 */
function timeEngine(inner, { now, cpu }) {
    const times = { compile: 0, instantiate: 0, overhead: 0, overheadCpu: 0 };
    const running = { compile: 0, instantiate: 0 };
    const since = { compile: 0, instantiate: 0 };
    const prepare = (bytes) => {
        const cpuStart = cpu();
        const start = now();
        const prepared = inner.prepare(bytes);
        times.overhead += now() - start;
        times.overheadCpu += cpu() - cpuStart;
        return prepared;
    };
    const begin = (work) => {
        if (running[work] === 0)
            since[work] = now();
        running[work] += 1;
        return () => {
            running[work] -= 1;
            if (running[work] === 0)
                times[work] += now() - since[work];
        };
    };
    return { hooks: { ...inner, prepare, begin }, times: () => ({ ...times }) };
}


/***/ }),

/***/ 7686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ wrapEngine)
/* harmony export */ });
/** The first bytes of every module. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
/**
 * Wraps the functions by which JavaScript of this thread compiles and instantiates. Exports are not wrapped: a call of
 * the guest costs what it costs.
 *
 * @param hooks - who is asked
 * @returns the wrapped engine; to be released
 */
function wrapEngine(hooks) {
    const engine = WebAssembly;
    const own = engine;
    const natives = { ...pick(own), compile: own.compile };
    const constructors = wrapConstructors(natives, hooks);
    const wrapped = { ...constructors, ...wrapFunctions(natives, hooks, own) };
    const undo = Object.entries(wrapped).map(([name, value]) => put(own, name, value));
    for (const name of ["Module", "Instance"])
        undo.push(put(natives[name].prototype, "constructor", constructors[name]));
    return {
        replaced: () => {
            if (globalThis.WebAssembly !== engine)
                return "WebAssembly";
            const other = Object.entries(wrapped).find(([name, value]) => !name.endsWith("Streaming") && own[name] !== value);
            return other === undefined ? null : `WebAssembly.${other[0]}`;
        },
        release: () => {
            for (const restore of undo)
                restore();
        },
    };
}
function pick(own) {
    return { Module: own.Module, Instance: own.Instance, instantiate: own.instantiate };
}
function put(target, name, value) {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { ...before, value, configurable: true });
    return () => {
        const isOurs = Object.getOwnPropertyDescriptor(target, name)?.value === value;
        // What host code has frozen stays, and is found out.
        if (isOurs && before !== undefined)
            Reflect.defineProperty(target, name, before);
    };
}
/** Proxies: `instanceof`, subclasses and functions of the constructors go on to the engine's own. */
function wrapConstructors({ Module, Instance }, hooks) {
    const exportsOf = (module) => {
        const all = Module.exports(module);
        const hidden = hooks.hidden(module);
        return hidden.length === 0 ? all : all.filter(({ name }) => !hidden.includes(name));
    };
    return {
        Module: new Proxy(Module, {
            construct: function construct(target, given, made) {
                if (isNodes(construct))
                    return Reflect.construct(target, given, made);
                const [source, ...rest] = given;
                const prepared = prepare(source, hooks);
                if (prepared?.module !== undefined)
                    return prepared.module;
                const end = hooks.begin("compile");
                try {
                    const args = [prepared?.bytes ?? source, ...rest];
                    const module = Reflect.construct(target, args, made);
                    prepared?.compiled(module);
                    return module;
                }
                finally {
                    end();
                }
            },
            get: (target, key) => key === "exports" ? exportsOf : Reflect.get(target, key),
        }),
        Instance: new Proxy(Instance, {
            construct: function construct(target, args, made) {
                if (isNodes(construct))
                    return Reflect.construct(target, args, made);
                const end = hooks.begin("instantiate");
                let instance;
                try {
                    instance = Reflect.construct(target, args, made);
                }
                finally {
                    end();
                }
                const [module, imports] = args;
                return hooks.instantiated({ instance, module: module, imports });
            },
        }),
    };
}
/** The functions that return promises; the streaming ones only where the engine has them. */
function wrapFunctions(natives, hooks, own) {
    const { compile, link } = workBy(natives, hooks);
    const both = async (compiling, imports) => {
        const module = await compiling;
        return { module, instance: await link(module, imports) };
    };
    const whole = (source, imports, rest) => source instanceof natives.Module
        ? link(source, imports)
        : both(compile(source, ...rest), imports);
    const { compileStreaming } = own;
    const streamed = compileStreamed(compileStreaming, compile);
    const functions = {
        compile,
        instantiate: (source, imports, ...rest) => whole(source, imports, rest),
        compileStreaming: streamed,
        instantiateStreaming: (source, imports, ...rest) => both(streamed(source, ...rest), imports),
    };
    return Object.fromEntries(Object.entries(functions).flatMap(([name, wrapped]) => {
        const native = own[name];
        if (typeof native !== "function")
            return [];
        const watched = (...args) => isNodes(watched)
            ? Reflect.apply(native, WebAssembly, args)
            : wrapped(...args);
        return [[name, Object.defineProperty(watched, "name", { value: name })]];
    }));
}
function workBy(natives, hooks) {
    return {
        compile: async (source, ...rest) => {
            const prepared = prepare(source, hooks);
            if (prepared?.module !== undefined)
                return prepared.module;
            const end = hooks.begin("compile");
            try {
                const module = await natives.compile.call(WebAssembly, prepared?.bytes ?? source, ...rest);
                prepared?.compiled(module);
                return module;
            }
            finally {
                end();
            }
        },
        link: async (module, imports) => {
            const end = hooks.begin("instantiate");
            let made;
            try {
                made = await natives.instantiate.call(WebAssembly, module, imports);
            }
            finally {
                end();
            }
            return hooks.instantiated({ instance: made, module, imports });
        },
    };
}
/** Reads everything first: what is timed is compiling. What the engine refuses unread is left to it, unread. */
function compileStreamed(native, compile) {
    return async (source, ...rest) => {
        const response = (await source);
        const isModule = response instanceof Response &&
            response.ok &&
            !response.bodyUsed &&
            response.headers.get("content-type")?.toLowerCase() === "application/wasm";
        return isModule
            ? compile(await response.arrayBuffer(), ...rest)
            : native.call(WebAssembly, response, ...rest);
    };
}
/** Node compiles modules for its own ends: to read CommonJS, to speak HTTP. Those it loads for others are theirs. */
function isNodes(wrapper) {
    const place = {};
    Error.captureStackTrace(place, wrapper);
    return (String(place.stack).split("\n")[1] ?? "").includes("node:internal/deps/");
}
/** What is no module is left to the engine, which says why. */
function prepare(source, hooks) {
    const bytes = bytesOf(source);
    return bytes !== null && MAGIC.every((byte, at) => bytes[at] === byte)
        ? hooks.prepare(bytes)
        : null;
}
function bytesOf(source) {
    if (source instanceof ArrayBuffer)
        return new Uint8Array(source);
    if (!ArrayBuffer.isView(source) || !(source.buffer instanceof ArrayBuffer))
        return null;
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}


/***/ }),

/***/ 5812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ toCamelCase),
/* harmony export */   Pv: () => (/* binding */ withoutVersion),
/* harmony export */   kn: () => (/* binding */ findWitExport),
/* harmony export */   y9: () => (/* binding */ isCommand)
/* harmony export */ });
/* unused harmony export fullName */
/** Names listed in a message; more say nothing to a reader. */
const MOST_LISTED = 20;
/**
 * Finds an exported function by any of its names: `function`, `interface#function`, `ns:pkg/interface#function`,
 * `ns:pkg/interface@version#function`. The short ones must mean one function only.
 *
 * @param world - what the component exports
 * @param named - the name
 * @returns the function, or what is wrong with the name
 */
function findWitExport(world, named) {
    const at = named.lastIndexOf("#");
    const place = at === -1 ? null : named.slice(0, at);
    const wanted = toCamelCase(named.slice(at + 1));
    const found = world.exports.flatMap((item) => {
        if (place !== null && !namesOf(item).includes(place))
            return [];
        return Object.entries(item.functions).flatMap(([name, type]) => toCamelCase(name) === wanted ? [{ item, name, type }] : []);
    });
    const own = place === null ? found.filter(({ item }) => item.isFunction) : [];
    const [first, ...others] = own.length > 0 ? own : found;
    if (first === undefined)
        return { fault: missing(world, named) };
    if (others.length > 0)
        return { fault: `"${named}" may be ${[first, ...others].map(fullName).join(" or ")}` };
    return first;
}
/**
 * A function's name with that of its interface.
 *
 * @param found - the function
 * @returns for example `docs:adder/add@0.1.0#add`; its own name for one of the world itself
 */
function fullName({ item, name }) {
    return item.isFunction ? name : `${item.name}#${name}`;
}
/**
 * The name JavaScript has for a name of WIT.
 *
 * @param name - words joined by `-`
 * @returns the words in camel case; a name in camel case is left as it is
 */
function toCamelCase(name) {
    const words = name.split("-");
    const [first = "", ...rest] = words.map((word) => (isAcronym(word) ? word.toLowerCase() : word));
    return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
/**
 * A name of an interface without its version.
 *
 * @param name - such as `wasi:io/streams@0.2.3`
 * @returns such as `wasi:io/streams`
 */
function withoutVersion(name) {
    const at = name.indexOf("@");
    return at === -1 ? name : name.slice(0, at);
}
/**
 * Whether an interface is the one by which a command is run.
 *
 * @param name - name of the interface
 * @returns true for `wasi:cli/run` of any version
 */
function isCommand(name) {
    return withoutVersion(name) === "wasi:cli/run";
}
/** Names by which an interface may be meant. */
function namesOf({ name, isFunction }) {
    if (isFunction)
        return [];
    const plain = withoutVersion(name);
    return [name, plain, plain.slice(plain.lastIndexOf("/") + 1)];
}
function isAcronym(word) {
    return /^[A-Z][A-Z0-9]*$/.test(word);
}
function missing(world, named) {
    const offered = world.exports.flatMap((item) => Object.keys(item.functions).map((name) => fullName({ item, name })));
    const list = offered.slice(0, MOST_LISTED).join(", ");
    return `it exports no function "${named}"; it exports ${offered.length === 0 ? "none" : list}`;
}


/***/ }),

/***/ 1041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isProvidedInterface),
/* harmony export */   h: () => (/* binding */ NOBODY_PROVIDES)
/* harmony export */ });
/** Interfaces of WASI 0.2 that this product provides. */
const PROVIDED = /^wasi:(?:cli|clocks|filesystem|http|io|random|sockets)\/[a-z0-9-]+(?:@0\.2\.\d+.*)?$/;
/** How the failure of a component begins whose imports are not all there. */
const NOBODY_PROVIDES = "nobody provides";
/**
 * Whether an imported interface is provided without a host module.
 *
 * @param name - name of the import, with its version
 * @returns true for WASI 0.2
 */
function isProvidedInterface(name) {
    return PROVIDED.test(name);
}


/***/ }),

/***/ 4396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U7: () => (/* binding */ ByteWriter),
/* harmony export */   Zn: () => (/* binding */ writeSection),
/* harmony export */   hv: () => (/* binding */ MODULE_HEADER)
/* harmony export */ });
const TEXT = new TextEncoder();
const FIRST_CAPACITY = 1024;
const SHORT_COPY = 24;
/** Builds a binary: bytes, LEB128 numbers, names and sized parts. Grows as needed. */
class ByteWriter {
    buffer;
    /** Bytes written so far. */
    length = 0;
    constructor(capacity = FIRST_CAPACITY) {
        this.buffer = new Uint8Array(Math.max(capacity, 16));
    }
    /**
     * Appends one byte.
     *
     * @param value - the byte, 0 to 255
     * @returns this writer
     */
    u8(value) {
        if (this.length === this.buffer.length)
            this.reserve(1);
        this.buffer[this.length] = value;
        this.length += 1;
        return this;
    }
    /**
     * Appends bytes as they are; few of them byte by byte, which is faster.
     *
     * @param bytes - the bytes
     * @returns this writer
     */
    raw(bytes) {
        const count = bytes.length;
        this.reserve(count);
        if (count > SHORT_COPY)
            this.buffer.set(bytes, this.length);
        else
            for (let at = 0; at < count; at += 1)
                this.buffer[this.length + at] = bytes[at] ?? 0;
        this.length += count;
        return this;
    }
    /**
     * Appends a range of other bytes; short ranges byte by byte, which is faster than a view.
     *
     * @param source - the other bytes; not modified
     * @param start - offset of the first byte
     * @param end - offset after the last byte
     * @returns this writer
     */
    copy(source, start, end) {
        if (end - start > SHORT_COPY)
            return this.raw(source.subarray(start, end));
        for (let offset = start; offset < end; offset += 1)
            this.u8(source[offset] ?? 0);
        return this;
    }
    /**
     * Forgets what was written and keeps the room, for the next use.
     *
     * @returns this writer
     */
    clear() {
        this.length = 0;
        return this;
    }
    /**
     * Appends the unsigned LEB128 of an integer.
     *
     * @param value - an integer in [0, 2^53)
     * @returns this writer
     */
    u32(value) {
        let rest = value;
        while (rest >= 128) {
            this.u8((rest % 128) + 128);
            rest = Math.floor(rest / 128);
        }
        return this.u8(rest);
    }
    /**
     * Appends an unsigned LEB128 padded to five bytes, for a value that is rewritten later.
     *
     * @param value - an integer in [0, 2^32)
     * @returns this writer
     */
    u32Fixed(value) {
        for (let index = 0; index < 4; index += 1)
            this.u8(((value >>> (7 * index)) & 127) | 128);
        return this.u8(value >>> 28);
    }
    /**
     * Appends the signed LEB128 of a 32-bit integer.
     *
     * @param value - an integer in [-2^31, 2^31)
     * @returns this writer
     */
    s32(value) {
        let rest = value;
        while (rest < -64 || rest > 63) {
            this.u8((rest & 127) | 128);
            rest >>= 7;
        }
        return this.u8(rest & 127);
    }
    /**
     * Appends the signed LEB128 of a 64-bit integer.
     *
     * @param value - an integer in [-2^63, 2^63)
     * @returns this writer
     */
    s64(value) {
        let rest = value;
        while (rest < -64n || rest > 63n) {
            this.u8(Number(rest & 127n) | 128);
            rest >>= 7n;
        }
        return this.u8(Number(rest & 127n));
    }
    /**
     * Appends a name: the length of its UTF-8 in bytes, then the bytes.
     *
     * @param text - the name
     * @returns this writer
     */
    name(text) {
        const bytes = TEXT.encode(text);
        return this.u32(bytes.length).raw(bytes);
    }
    /**
     * Appends the length of a part in bytes and then the part.
     *
     * @param part - what was written of it
     * @returns this writer
     */
    sized(part) {
        return this.u32(part.length).raw(part.view());
    }
    /**
     * Shows what was written, as a view that the next write may make stale.
     *
     * @returns the view
     */
    view() {
        return this.buffer.subarray(0, this.length);
    }
    /**
     * Copies what was written.
     *
     * @returns bytes of their own
     */
    bytes() {
        return this.buffer.slice(0, this.length);
    }
    reserve(count) {
        const needed = this.length + count;
        if (needed <= this.buffer.length)
            return;
        const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
        grown.set(this.view());
        this.buffer = grown;
    }
}
/** Magic number and version of a core module. */
const MODULE_HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/**
 * Writes one section: its id, its length and its contents.
 *
 * @param writer - the module being built
 * @param id - section id, 0 to 13
 * @param content - the section's contents
 * @returns nothing; the writer is extended
 */
function writeSection(writer, id, content) {
    writer.u8(id).sized(content);
}


/***/ }),

/***/ 8192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qk: () => (/* binding */ createFuelMeter),
  Ln: () => (/* binding */ instantiateMetered)
});

// UNUSED EXPORTS: hideFuelExports

// EXTERNAL MODULE: ./lib/wasm/fuel.js + 22 modules
var wasm_fuel = __nccwpck_require__(5327);
// EXTERNAL MODULE: ./lib/model/function-profile.js
var function_profile = __nccwpck_require__(9321);
// EXTERNAL MODULE: ./lib/wasm/functions/tree-layout.js
var tree_layout = __nccwpck_require__(6479);
;// CONCATENATED MODULE: ./lib/wasm/functions/call-tree.js


/**
 * Takes control of the tree of calls of an instance.
 *
 * @param instance - the instance
 * @param names - what the pass told of its tree
 * @returns the tree
 * @throws TypeError when the instance is none of that module
 */
function createCallTree(instance, names) {
    const { [names.memory]: memory, [names.node]: node, [names.mark]: mark } = instance.exports;
    if (!(memory instanceof WebAssembly.Memory) ||
        !(node instanceof WebAssembly.Global) ||
        !(mark instanceof WebAssembly.Global))
        throw new TypeError("the instance has no tree of calls: it is not of the instrumented module");
    const settle = (spentTo) => {
        const view = new DataView(memory.buffer);
        const spent = mark.value - spentTo;
        // What was spent beyond the budget is not reported: it is given back.
        const at = (spent < 0n ? tree_layout/* REFUND */.pv : node.value) + tree_layout/* NODE */.NW.SELF;
        view.setBigInt64(at, view.getBigInt64(at, true) + spent, true);
        mark.value = spentTo;
    };
    return {
        refill: (spentTo, budget) => {
            settle(spentTo);
            node.value = tree_layout/* ROOT */.Dl;
            mark.value = budget;
        },
        clear: () => {
            const reader = new TreeReader(memory.buffer, names);
            reader.visit((address) => reader.clear(address));
        },
        read: (spentTo) => {
            settle(spentTo);
            const reader = new TreeReader(memory.buffer, names);
            const nodes = [];
            reader.visit((address, called, parent) => {
                nodes.push({ function: called, parent, ...reader.counts(address) });
                return nodes.length - 1;
            });
            return nodes.filter(({ function: called, calls, self }, index) => index < reader.inTree || called === function_profile/* REFUND_NODE */.oP || calls > 0 || self !== 0);
        },
    };
}
/** Goes over the nodes in a memory. */
class TreeReader {
    /** Nodes of the tree, which come before the others. */
    inTree = 0;
    view;
    names;
    constructor(memory, names) {
        this.view = new DataView(memory);
        this.names = names;
    }
    counts(address) {
        return {
            calls: Number(this.view.getBigInt64(address + tree_layout/* NODE */.NW.CALLS, true)),
            self: Number(this.view.getBigInt64(address + tree_layout/* NODE */.NW.SELF, true)),
        };
    }
    clear(address) {
        this.view.setBigInt64(address + tree_layout/* NODE */.NW.CALLS, 0n, true);
        this.view.setBigInt64(address + tree_layout/* NODE */.NW.SELF, 0n, true);
        return 0;
    }
    /** The tree, a parent before its children; then refunds and the functions that found no room. */
    visit(take) {
        const open = [{ address: tree_layout/* ROOT */.Dl, called: function_profile/* HOST_NODE */.kh, parent: -1 }];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            this.inTree += 1;
            const parent = take(next.address, next.called, next.parent);
            for (const { target, called } of this.edges(next.address)) {
                // An edge to a node that is not below leads back to a function that runs already.
                const isChild = this.view.getInt32(target + tree_layout/* NODE */.NW.PARENT, true) === next.address;
                if (isChild)
                    open.push({ address: target, called, parent });
            }
        }
        take(tree_layout/* REFUND */.pv, function_profile/* REFUND_NODE */.oP, -1);
        for (let index = 0; index < this.names.functions; index += 1)
            take(tree_layout/* FLAT */.ex + index * tree_layout/* NODE */.NW.BYTES, this.names.imported + index, -1);
    }
    edges(address) {
        const found = [];
        let edge = this.view.getInt32(address + tree_layout/* NODE */.NW.FIRST, true);
        while (edge !== 0) {
            const target = this.view.getInt32(edge + tree_layout/* EDGE */.KG.TARGET, true);
            found.push({ target, called: this.view.getInt32(edge + tree_layout/* EDGE */.KG.FUNCTION, true) });
            edge = this.view.getInt32(edge + tree_layout/* EDGE */.KG.NEXT, true);
        }
        return found;
    }
}

// EXTERNAL MODULE: ./lib/wasm/traps.js
var traps = __nccwpck_require__(3912);
;// CONCATENATED MODULE: ./lib/wasm/fuel-meter.js



/**
 * Takes control of the budget of an instance of an instrumented module.
 *
 * @param instance - the instance
 * @param module - what {@link instrumentFuel} returned for its module
 * @returns its meter
 * @throws TypeError when the instance is none of that module
 */
function createFuelMeter(instance, module) {
    const fuel = globalOf(instance, module.fuelExport);
    const spent = globalOf(instance, module.exhaustedExport);
    const exports = hideFuelExports(instance.exports, module);
    const tree = module.tree === undefined ? null : createCallTree(instance, module.tree);
    const remaining = () => (fuel.value > 0n ? fuel.value : 0n);
    const exhausted = () => spent.value === 1;
    const refill = (budget) => {
        tree?.refill(remaining(), budget);
        fuel.value = budget;
        spent.value = 0;
    };
    const guard = (call) => {
        try {
            return call(exports);
        }
        catch (error) {
            throw exhausted() ? exhaustion(error) : error;
        }
    };
    const count = (call, budget = wasm_fuel/* UNLIMITED_FUEL */.NC) => {
        refill(budget);
        tree?.clear();
        try {
            const result = guard(call);
            return { fuel: budget - remaining(), result, error: null };
        }
        catch (error) {
            // Null means that nothing was thrown.
            const thrown = error ?? new Error(`${String(error)} was thrown, which is no error`);
            return { fuel: budget - remaining(), result: undefined, error: thrown };
        }
    };
    const storage = module.storageExports
        .map((name) => instance.exports[name])
        .filter((one) => one instanceof WebAssembly.Memory || one instanceof WebAssembly.Table);
    return {
        exports,
        storage,
        refill,
        remaining,
        exhausted,
        count,
        guard,
        source: module.tree?.source ?? null,
        tree: () => tree?.read(remaining()) ?? [],
        clearTree: () => tree?.clear(),
    };
}
/**
 * Instantiates an instrumented module under a budget that bounds its start function.
 *
 * @param module - what {@link instrumentFuel} returned, with `deferStart` so that a start function that traps is counted too
 * @param imports - what the guest imports
 * @param budget - fuel units for the start function, 1 to 2^63 - 1
 * @returns the instance, its meter and the start function's count
 * @throws WebAssembly.LinkError, or a trap of a segment or of a start function that is not deferred
 */
function instantiateMetered(module, imports, budget = wasm_fuel/* UNLIMITED_FUEL */.NC) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module((0,wasm_fuel/* withBudget */.Y$)(module, budget)), imports);
    const meter = createFuelMeter(instance, module);
    const begin = instance.exports[module.startExport ?? ""];
    if (typeof begin === "function")
        return { instance, meter, start: meter.count(() => void begin(), budget) };
    return {
        instance,
        meter,
        start: { fuel: budget - meter.remaining(), result: undefined, error: null },
    };
}
/**
 * Gives the exports of an instance without those the pass added.
 *
 * @param exports - exports of an instrumented instance
 * @param module - what {@link instrumentFuel} returned for its module
 * @returns a frozen object with the guest's own exports
 */
function hideFuelExports(exports, module) {
    const visible = Object.entries(exports).filter(([name]) => !module.hiddenExports.includes(name));
    return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(visible)));
}
function exhaustion(cause) {
    return Object.assign(new WebAssembly.RuntimeError(traps/* FUEL_EXHAUSTED */.Ns), { cause });
}
function globalOf(instance, name) {
    const found = instance.exports[name];
    if (found instanceof WebAssembly.Global)
        return found;
    throw new TypeError(`the instance has no global ${name}: it is not of the instrumented module`);
}


/***/ }),

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createFuelMeters)
/* harmony export */ });
/* harmony import */ var _fuel_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5327);
/* harmony import */ var _functions_collect_profile_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9752);
/* harmony import */ var _traps_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3912);



/**
 * Makes an empty group of meters, its budget unlimited until it is refilled.
 *
 * @returns the group
 */
function createFuelMeters() {
    const meters = [];
    let budget = _fuel_js__WEBPACK_IMPORTED_MODULE_0__/* .UNLIMITED_FUEL */ .NC;
    let started = 0n;
    return {
        add: (meter) => {
            // A module's own budget is unlimited.
            started += _fuel_js__WEBPACK_IMPORTED_MODULE_0__/* .UNLIMITED_FUEL */ .NC - meter.remaining();
            meter.refill(budget);
            meters.push(meter);
        },
        refill: (next) => {
            budget = next;
            started = 0n;
            for (const meter of meters) {
                meter.refill(next);
                meter.clearTree();
            }
        },
        spent: () => meters.reduce((sum, meter) => sum + budget - meter.remaining(), started),
        guard: (call) => {
            try {
                return call();
            }
            catch (cause) {
                if (!meters.some((meter) => meter.exhausted()))
                    throw cause;
                throw Object.assign(new WebAssembly.RuntimeError(_traps_js__WEBPACK_IMPORTED_MODULE_2__/* .FUEL_EXHAUSTED */ .Ns), { cause });
            }
        },
        storage: () => new Set(meters.flatMap(({ storage }) => storage)),
        trees: () => meters.flatMap(_functions_collect_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .instanceTree */ .Y),
        count: () => meters.length,
    };
}


/***/ }),

/***/ 5327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  NC: () => (/* binding */ UNLIMITED_FUEL),
  g5: () => (/* binding */ instrumentFuel),
  Y$: () => (/* binding */ withBudget)
});

;// CONCATENATED MODULE: ./lib/wasm/certain-trap.js
const MEMARG_HAS_INDEX = 0x40;
/** Wasmtime adds larger offsets to the index while running, which traps there. */
const LARGEST_OFFSET = 2 ** 32 - 1;
const PAGE_BYTES = 65536;
const LARGEST_32_BIT = 2 ** 32;
/**
 * Gives the bytes a memory can never exceed.
 *
 * @param limits - its declared limits
 * @returns its maximum in bytes, or what its index type can address
 */
function largestBytes({ max, is64 }) {
    if (max !== null)
        return max * PAGE_BYTES;
    return is64 ? Number.POSITIVE_INFINITY : LARGEST_32_BIT;
}
/**
 * Tells whether an access is out of bounds whatever its address. The reader is left where it was.
 *
 * @param reader - positioned at the access's memory argument
 * @param size - bytes accessed; 0 for what is no plain access
 * @param memoryBytes - largest size in bytes of each memory
 * @returns true when Wasmtime knows it while it compiles, and compiles nothing behind it
 */
function trapsForCertain(reader, size, memoryBytes) {
    if (size === 0)
        return false;
    const at = reader.position;
    const memory = reader.u32() & MEMARG_HAS_INDEX ? reader.u32() : 0;
    const limit = memoryBytes[memory] ?? 0;
    const offset = reader.u64();
    reader.position = at;
    return offset <= LARGEST_OFFSET && offset + size > limit;
}

// EXTERNAL MODULE: ./lib/wasm/instructions.js
var instructions = __nccwpck_require__(3675);
;// CONCATENATED MODULE: ./lib/wasm/mnemonics.js
/** Opcodes and block types that generated code is written in; the names are those of the WebAssembly specification. */
const OP = {
    UNREACHABLE: 0x00,
    BLOCK: 0x02,
    LOOP: 0x03,
    IF: 0x04,
    ELSE: 0x05,
    END: 0x0b,
    BR: 0x0c,
    BR_IF: 0x0d,
    RETURN: 0x0f,
    CALL: 0x10,
    CALL_INDIRECT: 0x11,
    SELECT: 0x1b,
    LOCAL_GET: 0x20,
    LOCAL_SET: 0x21,
    LOCAL_TEE: 0x22,
    GLOBAL_GET: 0x23,
    GLOBAL_SET: 0x24,
    I32_LOAD: 0x28,
    I64_LOAD: 0x29,
    I32_STORE: 0x36,
    I64_STORE: 0x37,
    MEMORY_SIZE: 0x3f,
    MEMORY_GROW: 0x40,
    I32_CONST: 0x41,
    I64_CONST: 0x42,
    I32_EQZ: 0x45,
    I32_EQ: 0x46,
    I32_NE: 0x47,
    I32_LT_U: 0x49,
    I64_EQ: 0x51,
    I64_NE: 0x52,
    I64_LE_S: 0x57,
    I64_GE_S: 0x59,
    I32_ADD: 0x6a,
    I32_SUB: 0x6b,
    I32_AND: 0x71,
    I32_XOR: 0x73,
    I32_SHL: 0x74,
    I32_SHR_U: 0x76,
    I64_ADD: 0x7c,
    I64_SUB: 0x7d,
    I64_OR: 0x84,
    I64_SHL: 0x86,
    I64_EXTEND_I32_U: 0xad,
};
/** Value types, and the type of a block without results. */
const TYPE = {
    I32: 0x7f,
    I64: 0x7e,
    EMPTY: 0x40,
};

// EXTERNAL MODULE: ./lib/wasm/reader.js
var wasm_reader = __nccwpck_require__(393);
// EXTERNAL MODULE: ./lib/wasm/sections.js + 1 modules
var sections = __nccwpck_require__(5790);
// EXTERNAL MODULE: ./lib/wasm/value-types.js
var value_types = __nccwpck_require__(6157);
;// CONCATENATED MODULE: ./lib/wasm/constant-globals.js





/**
 * Reads the numbers of immutable globals that are initialized with one constant and nothing else.
 *
 * @param facts - the module
 * @returns by global index: the number, unsigned; null for imported, mutable and computed globals and for other types
 * @throws WasmFormatError when the global section is malformed
 */
function readConstantGlobals(facts) {
    const section = facts.sections.find(({ id }) => id === sections/* SECTION */.wn.global);
    if (section === undefined)
        return facts.globals.map(() => null);
    const reader = new wasm_reader/* ByteReader */.k(facts.bytes, section.contentStart, section.end);
    const defined = reader.vector(() => readConstant(reader));
    const imported = facts.globals.length - defined.length;
    return [...new Array(imported).fill(null), ...defined];
}
function readConstant(reader) {
    (0,value_types/* skipValueType */.$2)(reader);
    const isMutable = (reader.u8() & 1) === 1;
    const start = reader.position;
    const place = (0,instructions/* readOperator */.Tp)(reader);
    const bits = { [OP.I32_CONST]: 32, [OP.I64_CONST]: 64 }[place];
    const literal = bits === undefined ? null : BigInt.asUintN(bits, reader.s64());
    const isAlone = literal !== null && (0,instructions/* readOperator */.Tp)(reader) === OP.END;
    reader.position = start;
    (0,instructions/* skipExpression */.Kk)(reader);
    return isAlone && !isMutable ? literal : null;
}

// EXTERNAL MODULE: ./lib/wasm/opcodes.js + 2 modules
var opcodes = __nccwpck_require__(3426);
;// CONCATENATED MODULE: ./lib/wasm/fuel-actions.js

/** What the pass does at an operator. */
const ACTION = {
    none: 0,
    /** Opens a block; nothing is flushed. */
    open: 1,
    loop: 2,
    /** Opens a block whose edges are not known until it runs. */
    if: 3,
    /** `else` and `catch`: the way so far ends, another begins. */
    alternative: 4,
    end: 5,
    /** May branch; goes on otherwise. */
    branch: 6,
    /** Branches for certain. */
    jump: 7,
    /** Leaves the function. */
    leave: 8,
    call: 9,
    length: 10,
    memoryGrow: 11,
    tableGrow: 12,
    tryTable: 13,
};
const GROUPS = [
    [ACTION.open, "block try"],
    [ACTION.tryTable, "try_table"],
    [ACTION.loop, "loop"],
    [ACTION.if, "if"],
    [ACTION.alternative, "else catch catch_all"],
    [ACTION.end, "end delegate"],
    [ACTION.branch, "br_if br_on_null br_on_non_null br_on_cast br_on_cast_fail"],
    [ACTION.jump, "br br_table"],
    [
        ACTION.leave,
        "unreachable return return_call return_call_indirect return_call_ref throw throw_ref rethrow",
    ],
    [ACTION.call, "call call_indirect"],
    [ACTION.length, "memory.init memory.copy memory.fill table.init table.copy table.fill"],
    [ACTION.length, "array.new array.new_default array.new_data array.new_elem"],
    [ACTION.length, "array.fill array.copy array.init_data array.init_elem"],
    [ACTION.memoryGrow, "memory.grow"],
    [ACTION.tableGrow, "table.grow"],
];
/** Action by operator place. */
const ACTIONS = new Uint8Array(opcodes/* OPERATOR_COUNT */.rv);
for (const [action, names] of GROUPS)
    for (const name of names.split(" "))
        ACTIONS[(0,opcodes/* placeNamed */.d0)(name)] = action;

;// CONCATENATED MODULE: ./lib/wasm/fuel-labels.js


const BR_TABLE = (0,opcodes/* placeNamed */.d0)("br_table");
const TRY_TABLE = (0,opcodes/* placeNamed */.d0)("try_table");
const CASTS = new Set([
    (0,opcodes/* placeNamed */.d0)("br_on_cast"),
    (0,opcodes/* placeNamed */.d0)("br_on_cast_fail"),
]);
/** Catch clauses below this kind name a tag before their label. */
const CATCH_ALL = 2;
const EMPTY_BLOCK = 0x40;
/**
 * Tells whether a branching operator has a label among its targets. The reader is left where it was.
 *
 * @param reader - positioned at the operator's immediates
 * @param place - place of a branching operator or `try_table`
 * @param label - the label asked for, as seen by the operator
 * @returns true when one of its branches goes there
 */
function reachesLabel(reader, place, label) {
    return branchTargets(reader, place).includes(label);
}
/**
 * Lists the labels a branching operator may go to. The reader is left where it was.
 *
 * @param reader - positioned at the operator's immediates
 * @param place - place of a branching operator or `try_table`
 * @returns labels as seen by the operator; of `try_table` those of its handlers, in order
 */
function branchTargets(reader, place) {
    const at = reader.position;
    const targets = readTargets(reader, place);
    reader.position = at;
    return targets;
}
function readTargets(reader, place) {
    if (place === BR_TABLE)
        return [...reader.vector(() => reader.u32()), reader.u32()];
    if (place === TRY_TABLE)
        return readCatches(reader);
    if (CASTS.has(place))
        reader.u8();
    return [reader.u32()];
}
function readCatches(reader) {
    const byte = reader.peek();
    if (byte === EMPTY_BLOCK)
        reader.u8();
    else if (byte < EMPTY_BLOCK || byte > 0x7f)
        reader.skipLeb();
    else
        (0,value_types/* skipValueType */.$2)(reader);
    return reader.vector(() => {
        if (reader.u8() < CATCH_ALL)
            reader.u32();
        return reader.u32();
    });
}

;// CONCATENATED MODULE: ./lib/wasm/fuel-rules.js

/** Literal lengths up to this are charged without a check. */
const UNCHECKED_LENGTH = 128;
/** Rules by profile. See docs/fuel.md for the releases each one covers. */
const FUEL_RULES = {
    "wasmtime-24": {
        bulk: "never",
        tableGrow: "never",
        memoryGrow: "never",
        checksMemoryGrow: false,
        chargesStart: false,
    },
    "wasmtime-46": {
        bulk: "before",
        tableGrow: "before",
        memoryGrow: "never",
        checksMemoryGrow: false,
        chargesStart: true,
    },
    "wasmtime-48": {
        bulk: "before",
        tableGrow: "before",
        memoryGrow: "never",
        checksMemoryGrow: true,
        chargesStart: true,
    },
    "wasmtime-49": {
        bulk: "after",
        tableGrow: "on success",
        memoryGrow: "on success",
        checksMemoryGrow: false,
        chargesStart: true,
    },
};
const FREE = "nop drop block loop unreachable return else end catch catch_all delegate";
/** Largest cost of one operator: Wasmtime holds costs in a byte. */
const MAX_COST = 255;
/**
 * Builds the table of operator costs.
 *
 * @param changed - cost by operator name (an integer from 0 to 255); other operators keep what Wasmtime charges
 * @returns cost by operator place
 * @throws RangeError when an operator or its cost is unknown
 */
function operatorCosts(changed) {
    const costs = new Uint8Array(opcodes/* OPERATOR_COUNT */.rv).fill(1);
    for (const name of FREE.split(" "))
        costs[(0,opcodes/* placeNamed */.d0)(name)] = 0;
    for (const [name, cost] of Object.entries(changed)) {
        if (!Number.isInteger(cost) || cost < 0 || cost > MAX_COST) {
            throw new RangeError(`cost of ${name}: expected an integer from 0 to ${MAX_COST}, got ${cost}`);
        }
        for (const place of placesNamed(name))
            costs[place] = cost;
    }
    return costs;
}
/** `select` names both of its encodings. */
function placesNamed(name) {
    const place = (0,opcodes/* placeNamed */.d0)(name);
    return name === "select" ? [place, (0,opcodes/* placeNamed */.d0)("select_t")] : [place];
}
/** Bytes accessed by each operator with a memory argument, by place; 0 where the access is no plain load or store. */
const ACCESS_BYTES = Uint8Array.from(opcodes/* OPERATOR_NAMES */.KR, (name, place) => name === undefined || !opcodes/* OPERATOR_IMMEDIATES */.QR[place]?.startsWith("memarg") ? 0 : accessBytes(name));
function accessBytes(name) {
    if (name.startsWith("memory.atomic"))
        return 0;
    const vector = /x(\d)_[su]$/.test(name);
    const bits = /(?:load|store|rmw)(\d+)/.exec(name)?.[1];
    if (vector)
        return 8;
    if (bits !== undefined)
        return Number(bits) / 8;
    return { i32: 4, f32: 4, i64: 8, f64: 8 }[name.slice(0, 3)] ?? 16;
}
const TRAPPING = [
    /\.(load|store)/,
    /\.atomic\./,
    /\.(div|rem)_[su]$/,
    /^i(32|64)\.trunc_f/,
    /^(memory|table)\.(init|copy|fill|get|set)$/,
    /^(struct|array|i31)\.(get|set|new|copy|fill|init|len)/,
    /^ref\.(cast|as_non_null)/,
    /^(call_ref|return_call_ref)$/,
];
/** Operators that may trap, by place: the mode `complete` counts up to them before they run. */
const MAY_TRAP = new Set([...opcodes/* OPERATOR_PLACES */.OR]
    .filter(([name]) => TRAPPING.some((pattern) => pattern.test(name)))
    .map(([, place]) => place));

;// CONCATENATED MODULE: ./lib/wasm/local-values.js
/** A value that is known only when the code runs. */
const UNKNOWN = { literal: null, same: null };
/**
 * Begins a stretch of code.
 *
 * @param from - the ways to it that are known by now
 * @param sealed - whether there are no others
 * @returns the flow, with no local set in it
 */
function createFlow(from, sealed) {
    return { from: [...from], locals: new Map(), sealed, open: [] };
}
/**
 * Follows a value to the one it turned out to be.
 *
 * @param value - any value
 * @returns the value that stands for itself
 */
function resolve(value) {
    let found = value;
    while (found.same !== null)
        found = found.same;
    return found;
}
/**
 * Tells what a local holds at the end of a flow. Where ways meet with the same value it is that value; with different ones,
 * or before all ways to a loop are known, it is unknown.
 *
 * @param local - index of the local
 * @param flow - where it is read
 * @returns the value; the flows on the way remember it
 */
function readLocal(local, flow) {
    return run([{ flow, meets: null }], local);
}
/**
 * Says that all ways to a flow are known, and settles what was asked before.
 *
 * @param flow - sealed afterwards
 * @returns nothing
 */
function seal(flow) {
    flow.sealed = true;
    for (const [local, value] of flow.open)
        run(meet(flow, value), local);
}
/** Asks all ways to a flow, then decides; the last step is taken first. */
function meet(flow, meets) {
    return [{ flow, meets }, ...flow.from.map((from) => ({ flow: from, meets: null }))];
}
/** Not recursive: a function may have as many joins in a row as it has bytes. */
function run(steps, local) {
    const found = [];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        const { flow, meets } = step;
        if (meets === null)
            steps.push(...find(local, flow, found));
        else
            found.push(settle(meets, found.splice(found.length - flow.from.length)));
    }
    return found.at(-1) ?? UNKNOWN;
}
/** Walks back along single ways to where the local was set; pushes its value, or returns the steps that will. */
function find(local, start, found) {
    let flow = start;
    const passed = [flow];
    while (!flow.locals.has(local) && flow.sealed && flow.from.length === 1) {
        flow = flow.from[0] ?? start;
        passed.push(flow);
    }
    const known = flow.locals.get(local);
    const value = known ?? { literal: null, same: null };
    for (const one of passed)
        one.locals.set(local, value);
    if (known === undefined && flow.sealed)
        return meet(flow, value);
    if (known === undefined)
        flow.open.push([local, value]);
    found.push(value);
    return [];
}
/**
 * Decides what a value is that several ways bring along. A way that comes back to the value itself, as in a loop that
 * leaves a local alone, says nothing; a local that no way sets is 0.
 *
 * @param asked - the value; from now on the same as theirs, if they are the same
 * @param ways - what each way brings along
 * @returns the value they agree on, or the one that was asked for
 */
function settle(asked, ways) {
    const values = ways.map(resolve).filter((value) => value !== asked);
    const first = values[0] ?? { literal: 0n, same: null };
    if (values.some((value) => value !== first))
        return asked;
    asked.same = first;
    return first;
}

;// CONCATENATED MODULE: ./lib/wasm/known-values.js

/** Operands, locals and open blocks at one place of a function, with what a compiler knows of their values. */
class KnownValues {
    operands = [];
    frames = [];
    flow = createFlow([], true);
    /** Open blocks that have handlers. */
    handling = 0;
    /**
     * Begins a function.
     *
     * @param locals - what parameters and locals hold, in order
     * @param results - how many values the function returns
     */
    constructor(locals, results) {
        for (const [local, value] of locals.entries())
            this.flow.locals.set(local, value);
        this.open({ params: 0, results });
    }
    /**
     * Puts a value on the stack.
     *
     * @param value - what is known of it
     */
    push(value) {
        this.operands.push(value);
    }
    /**
     * Takes a value from the stack.
     *
     * @returns what is known of it
     */
    pop() {
        return this.operands.pop() ?? UNKNOWN;
    }
    /**
     * Looks at the value on top of the stack.
     *
     * @returns what is known of it
     */
    top() {
        return this.operands.at(-1) ?? UNKNOWN;
    }
    /**
     * Takes operands and leaves results that are known only when the code runs.
     *
     * @param pops - values taken
     * @param pushes - values left
     */
    compute(pops, pushes) {
        this.operands.length = Math.max(0, this.operands.length - pops);
        for (let left = pushes; left > 0; left -= 1)
            this.push(UNKNOWN);
    }
    /**
     * Puts what a local holds on the stack.
     *
     * @param local - index of the local
     */
    read(local) {
        this.push(readLocal(local, this.flow));
    }
    /**
     * Sets a local to the value on top of the stack, and takes it from there.
     *
     * @param local - index of the local
     */
    write(local) {
        this.flow.locals.set(local, this.pop());
    }
    /**
     * Sets a local to the value on top of the stack, and leaves it there.
     *
     * @param local - index of the local
     */
    keep(local) {
        this.flow.locals.set(local, this.top());
    }
    /**
     * Opens a block; its parameters stay what they are.
     *
     * @param arity - its parameters and results
     * @param labels - where its handlers branch to, as seen from outside of it
     */
    open(arity, labels = []) {
        const handlers = labels.map((label) => {
            const handler = createFlow([], false);
            this.arrive(label, handler, null);
            return handler;
        });
        if (handlers.length > 0)
            this.handling += 1;
        this.frames.push(this.frame(arity, { handlers }));
    }
    /**
     * Opens a loop: inside of it, what it is entered with is not known, because it may change from turn to turn.
     *
     * @param arity - its parameters and results
     */
    openLoop(arity) {
        const header = createFlow([this.flow], false);
        const given = this.topmost(arity.params);
        const entries = given.map(() => ({ literal: null, same: null }));
        this.frames.push(this.frame(arity, { header, entries, brought: [given] }));
        this.operands.splice(this.operands.length - entries.length, entries.length, ...entries);
        this.flow = header;
    }
    /**
     * Opens an `if` after its condition was taken.
     *
     * @param arity - its parameters and results
     */
    openIf(arity) {
        const frame = this.frame(arity, {});
        frame.condition = { flow: this.flow, params: this.operands.slice(frame.height) };
        this.frames.push(frame);
        this.fork();
    }
    /**
     * Goes on with `else`.
     *
     * @param reached - whether the end of what stands before it is reached
     */
    alternative(reached) {
        const frame = this.frames.at(-1);
        const condition = frame?.condition;
        if (frame === undefined || condition === null || condition === undefined)
            return;
        if (reached)
            this.arrive(0, this.flow, this.topmost(frame.results));
        frame.condition = null;
        this.operands.length = frame.height;
        for (const value of condition.params)
            this.push(value);
        this.flow = createFlow([condition.flow], true);
    }
    /**
     * Closes a block. What comes after it holds what every way there brings along, where they all bring the same.
     *
     * @param reached - whether its end is reached
     * @returns whether what follows can be reached at all
     */
    close(reached) {
        const frame = this.frames.pop();
        if (frame === undefined)
            return false;
        const { following, condition, header, results } = frame;
        const arrivals = header === null ? frame.brought : [];
        if (reached)
            following.from.push(this.flow);
        if (reached)
            arrivals.push(this.topmost(results));
        if (condition !== null)
            following.from.push(condition.flow);
        if (condition !== null)
            arrivals.push(condition.params);
        if (frame.handlers.length > 0)
            this.handling -= 1;
        for (const handler of frame.handlers)
            seal(handler);
        seal(following);
        if (header !== null)
            sealLoop(frame, header);
        this.flow = following;
        this.operands.length = Math.min(this.operands.length, frame.height);
        for (let index = 0; index < results; index += 1)
            this.push(agree(arrivals.map((values) => values[index] ?? UNKNOWN)));
        return following.from.length > 0;
    }
    /**
     * Branches to a label, perhaps.
     *
     * @param label - counted from the innermost block
     */
    branch(label) {
        const frame = this.frames.at(-1 - label);
        const count = frame?.header ? frame.params : (frame?.results ?? 0);
        this.arrive(label, this.flow, this.topmost(count));
    }
    /** Goes on after something that may have branched. */
    fork() {
        this.flow = createFlow([this.flow], true);
    }
    /** Does something that may throw: every handler that is open may begin here. */
    throwing() {
        if (this.handling === 0)
            return;
        for (const { handlers } of this.frames)
            for (const { from } of handlers)
                if (from.at(-1) !== this.flow)
                    from.push(this.flow);
        this.fork();
    }
    /** A way to a label, with the values it brings along; null where those are not known. */
    arrive(label, from, values) {
        const frame = this.frames.at(-1 - label);
        if (frame === undefined)
            return;
        (frame.header ?? frame.following).from.push(from);
        frame.brought.push(values ?? []);
    }
    topmost(count) {
        return count === 0 ? [] : this.operands.slice(-count);
    }
    frame({ params, results }, rest) {
        return {
            params,
            results,
            height: this.operands.length - params,
            header: null,
            following: createFlow([], false),
            brought: [],
            entries: [],
            condition: null,
            handlers: [],
            ...rest,
        };
    }
}
/** Settles what a loop begins with before the locals: it was asked for first. */
function sealLoop({ entries, brought }, header) {
    for (const [index, entry] of entries.entries())
        settle(entry, brought.map((values) => values[index] ?? UNKNOWN));
    seal(header);
}
/** The value all ways bring along; unknown where they differ. */
function agree(ways) {
    return settle({ literal: null, same: null }, ways);
}

;// CONCATENATED MODULE: ./lib/wasm/operator-arity.js

/** Operators by shape, `pops→pushes`; the first pattern that fits a name decides. */
const SHAPES = [
    [/^(nop|atomic\.fence|data\.drop|elem\.drop)$/, 0, 0],
    [/\.const$|^(local|global)\.get$|^(memory|table)\.size$|^ref\.(null|func)$/, 0, 1],
    [/^struct\.new_default$/, 0, 1],
    [/^(drop|(local|global)\.set)$/, 1, 0],
    [/^select(_t)?$|\.(bitselect|cmpxchg\w*|\w+cmpxchg\w*)$|\.rmw\w*\.cmpxchg/, 3, 1],
    [/^memory\.atomic\.wait|relaxed_(n?madd|laneselect|dot\w+_add_s)$/, 3, 1],
    [/^memory\.atomic\.notify$|\.rmw\d*\.|^array\.(get\w*|new|new_data|new_elem)$/, 2, 1],
    [/^table\.grow$|^ref\.eq$|\.load\d+_lane$/, 2, 1],
    [/\.store|^(table|struct)\.set$/, 2, 0],
    [/^(memory|table)\.(init|copy|fill)$|^array\.set$/, 3, 0],
    [/^array\.(fill|init_data|init_elem)$/, 4, 0],
    [/^array\.copy$/, 5, 0],
    [/^local\.tee$|\.load|^memory\.grow$|^table\.get$|^array\.(len|new_default)$/, 1, 1],
    [/^ref\.(is_null|as_non_null|test|cast|i31)|^struct\.get|^i31\.|^(any|extern)\.convert_/, 1, 1],
    [/\.(eqz|clz|ctz|popcnt|abs|neg|ceil|floor|trunc|nearest|sqrt|not)$/, 1, 1],
    [/\.(splat|any_true|all_true|bitmask|extract_lane\w*)$/, 1, 1],
    [/\.(wrap|extend|extadd|convert|demote|promote|reinterpret|trunc|relaxed_trunc)_?\w*$/, 1, 1],
    [/^(i|f|v)\d+(x\d+)?\./, 2, 1],
];
/**
 * Arity by operator place; null where it depends on immediates: control, calls, `struct.new` and `array.new_fixed`.
 */
const ARITIES = opcodes/* OPERATOR_NAMES */.KR.map((name) => {
    const shape = name === undefined ? undefined : SHAPES.find(([pattern]) => pattern.test(name));
    return shape === undefined ? null : { pops: shape[1], pushes: shape[2] };
});

;// CONCATENATED MODULE: ./lib/wasm/signatures.js
/**
 * Looks up the signature of a function.
 *
 * @param facts - the module
 * @param index - function index, imports first
 * @returns its parameters and results; null when there is no such function
 */
function functionTypeOf(facts, index) {
    const type = facts.types[facts.functions[index] ?? -1];
    return type?.kind === "function" ? type : null;
}
/**
 * Lists the exported functions with their signatures.
 *
 * @param facts - the module
 * @returns signature by export name, value types in the text format's names
 */
function exportedSignatures(facts) {
    const signatures = new Map();
    for (const { name, kind, index } of facts.exports) {
        const type = kind === "function" ? functionTypeOf(facts, index) : null;
        if (type !== null)
            signatures.set(name, type);
    }
    return signatures;
}

;// CONCATENATED MODULE: ./lib/wasm/constant-lengths.js














const constant_lengths_EMPTY_BLOCK = 0x40;
const CALL = (0,opcodes/* placeNamed */.d0)("call");
const CALL_REF = (0,opcodes/* placeNamed */.d0)("call_ref");
const CALL_INDIRECT = (0,opcodes/* placeNamed */.d0)("call_indirect");
const NO_FUNCTION = "nullfuncref";
const TABLE_SIZE = (0,opcodes/* placeNamed */.d0)("table.size");
const REF_TEST = (0,opcodes/* placeNamed */.d0)("ref.test");
const TYPED = new Set([TABLE_SIZE, REF_TEST, (0,opcodes/* placeNamed */.d0)("ref.test_null")]);
const TOPS = new Set(["any", "func", "extern", "exn"]);
const BOTTOMS = new Set(["none", "nofunc", "noextern", "noexn"]);
const STRUCT_NEW = (0,opcodes/* placeNamed */.d0)("struct.new");
const ARRAY_NEW_FIXED = (0,opcodes/* placeNamed */.d0)("array.new_fixed");
const THROWS = new Set([(0,opcodes/* placeNamed */.d0)("throw"), (0,opcodes/* placeNamed */.d0)("throw_ref")]);
const BR_ON_NULL = (0,opcodes/* placeNamed */.d0)("br_on_null");
const BR_ON_NON_NULL = (0,opcodes/* placeNamed */.d0)("br_on_non_null");
/** Conditional branches that bring their reference along. */
const BRINGS = new Set(["br_on_non_null", "br_on_cast", "br_on_cast_fail"].map(opcodes/* placeNamed */.d0));
const constant_lengths_BR_TABLE = (0,opcodes/* placeNamed */.d0)("br_table");
const TRY = (0,opcodes/* placeNamed */.d0)("try");
/**
 * Makes what finds the lengths that Wasmtime knows while it compiles a function: constants on top of the stack at operators
 * with a length, whether they stand before it or come through locals, globals, or code that leaves them where they are.
 *
 * @param facts - the module
 * @returns for a function of it, lengths, unsigned, by offset of the operator's opcode; a length that is not known is missing
 * @see docs/fuel.md
 */
function createConstantSearch(facts) {
    let context = null;
    return (body) => {
        context ??= {
            facts,
            constants: readConstantGlobals(facts),
            memoryBytes: facts.memories.map(largestBytes),
        };
        return new LengthSearch(context, body).run();
    };
}
/** One walk over a body, as a compiler makes it that translates each operator once. */
class LengthSearch {
    found = new Map();
    context;
    reader;
    values;
    /** Blocks opened in code that cannot run; 0 in code that can, at least 1 otherwise. */
    dead = 0;
    constructor(context, body) {
        const { facts } = context;
        this.context = context;
        this.reader = new wasm_reader/* ByteReader */.k(facts.bytes, body.start, body.end);
        const type = functionTypeOf(facts, body.index);
        const params = (type?.params ?? []).map(() => UNKNOWN);
        this.values = new KnownValues([...params, ...readZeros(this.reader)], type?.results.length ?? 0);
    }
    run() {
        const { reader } = this;
        while (!reader.done) {
            const start = reader.position;
            const place = (0,instructions/* readOperator */.Tp)(reader);
            // Wasmtime has no legacy handlers: there is nothing to equal.
            if (place === TRY)
                break;
            const immediates = reader.position;
            const action = ACTIONS[place] ?? 0;
            if (this.dead > 0)
                this.passDead(action);
            else
                this.pass(start, place, action);
            reader.position = immediates;
            (0,instructions/* skipImmediates */.ai)(reader, place);
        }
        return this.found;
    }
    passDead(action) {
        const opens = action === ACTION.open || action === ACTION.loop || action === ACTION.if;
        if (opens || action === ACTION.tryTable)
            this.dead += 1;
        else if (action === ACTION.alternative && this.dead === 1)
            this.alternative(false);
        else if (action === ACTION.end && this.dead > 1)
            this.dead -= 1;
        else if (action === ACTION.end)
            this.close(false);
    }
    pass(start, place, action) {
        if (action === ACTION.none)
            this.plain(place);
        else if (action === ACTION.call)
            this.call(place);
        else if (action === ACTION.branch)
            this.branch(place);
        else if (action === ACTION.jump || action === ACTION.leave)
            this.leave(place, action);
        else if (action === ACTION.end)
            this.close(true);
        else if (action === ACTION.alternative)
            this.alternative(true);
        else if (action >= ACTION.length && action !== ACTION.tryTable)
            this.length(start, place);
        else
            this.open(place, action);
    }
    plain(place) {
        const { reader, values, context } = this;
        if (place === OP.LOCAL_GET)
            values.read(reader.u32());
        else if (place === OP.LOCAL_SET)
            values.write(reader.u32());
        else if (place === OP.LOCAL_TEE)
            values.keep(reader.u32());
        else if (place === OP.I32_CONST)
            values.push(constant(BigInt(reader.s33() >>> 0)));
        else if (place === OP.I64_CONST)
            values.push(constant(BigInt.asUintN(64, reader.s64())));
        else if (place === OP.GLOBAL_GET)
            values.push(constant(context.constants[reader.u32()] ?? null));
        else if (place === CALL_REF)
            this.call(place);
        else if (TYPED.has(place))
            this.pushTyped(place);
        else
            this.compute(place);
    }
    /** What follows from types: the size of a table that cannot grow, and tests that every reference passes or none. */
    pushTyped(place) {
        const { reader, values, context } = this;
        if (place === TABLE_SIZE) {
            const table = context.facts.tables[reader.u32()];
            values.push(constant(table?.max === table?.min ? BigInt(table?.min ?? 0) : null));
            return;
        }
        const heap = (0,value_types/* readHeapType */.h1)(reader);
        values.pop();
        if (place === REF_TEST)
            values.push(constant(BOTTOMS.has(heap) ? 0n : null));
        else
            values.push(constant(TOPS.has(heap) ? 1n : null));
    }
    compute(place) {
        const { reader, values, context } = this;
        const arity = ARITIES[place];
        if (place === STRUCT_NEW) {
            const type = context.facts.types[reader.u32()];
            values.compute(type === undefined || type.kind === "function" ? 0 : type.fields.length, 1);
        }
        else if (place === ARRAY_NEW_FIXED) {
            reader.u32();
            values.compute(reader.u32(), 1);
        }
        else if (arity)
            values.compute(arity.pops, arity.pushes);
        if (trapsForCertain(reader, ACCESS_BYTES[place] ?? 0, context.memoryBytes))
            this.dead = 1;
    }
    length(start, place) {
        const value = this.values.top();
        const { literal } = resolve(value);
        if (literal !== null)
            this.found.set(start, literal);
        this.compute(place);
    }
    call(place) {
        const { reader, values, context } = this;
        const index = reader.u32();
        const type = place === CALL ? functionTypeOf(context.facts, index) : this.typeAt(index);
        values.throwing();
        const callee = place === CALL ? 0 : 1;
        values.compute((type?.params.length ?? 0) + callee, type?.results.length ?? 0);
        // A table that holds nothing but null: the call traps, and Wasmtime compiles nothing behind it.
        const isIndirect = place === CALL_INDIRECT;
        if (isIndirect && context.facts.tables[reader.u32()]?.element === NO_FUNCTION)
            this.dead = 1;
    }
    branch(place) {
        const { values } = this;
        values.pop();
        if (BRINGS.has(place))
            values.push(UNKNOWN);
        for (const label of branchTargets(this.reader, place))
            values.branch(label);
        values.fork();
        if (place === BR_ON_NULL)
            values.push(UNKNOWN);
        if (place === BR_ON_NON_NULL)
            values.pop();
    }
    leave(place, action) {
        if (place === constant_lengths_BR_TABLE)
            this.values.pop();
        if (action === ACTION.jump)
            for (const label of branchTargets(this.reader, place))
                this.values.branch(label);
        else if (THROWS.has(place))
            this.values.throwing();
        this.dead = 1;
    }
    open(place, action) {
        const { values, reader } = this;
        if (action === ACTION.tryTable) {
            const labels = branchTargets(reader, place);
            values.open(this.blockArity(), labels);
            return;
        }
        if (action === ACTION.if)
            values.pop();
        const arity = this.blockArity();
        if (action === ACTION.loop)
            values.openLoop(arity);
        else if (action === ACTION.if)
            values.openIf(arity);
        else
            values.open(arity);
    }
    alternative(reached) {
        this.values.alternative(reached);
        this.dead = 0;
    }
    close(reached) {
        this.dead = this.values.close(reached) ? 0 : 1;
    }
    blockArity() {
        const { reader } = this;
        const byte = reader.peek();
        if (byte === constant_lengths_EMPTY_BLOCK)
            return { params: 0, results: 0 };
        if (byte > constant_lengths_EMPTY_BLOCK && byte < 0x80)
            return { params: 0, results: 1 };
        const type = this.typeAt(reader.s33());
        return { params: type?.params.length ?? 0, results: type?.results.length ?? 0 };
    }
    typeAt(index) {
        const type = this.context.facts.types[index];
        return type?.kind === "function" ? type : null;
    }
}
function constant(literal) {
    return literal === null ? UNKNOWN : { literal, same: null };
}
/** What the declared locals hold at first; those of one group share their value. */
function readZeros(reader) {
    const locals = [];
    for (let groups = reader.u32(); groups > 0; groups -= 1) {
        const count = reader.u32();
        const byte = reader.peek();
        (0,value_types/* skipValueType */.$2)(reader);
        const isInteger = byte === 0x7f || byte === 0x7e;
        const value = isInteger ? constant(0n) : UNKNOWN;
        for (let left = count; left > 0; left -= 1)
            locals.push(value);
    }
    return locals;
}

// EXTERNAL MODULE: ./lib/wasm/encoder.js
var encoder = __nccwpck_require__(4396);
;// CONCATENATED MODULE: ./lib/wording/number.js
/** Minus sign used in every printed number. */
const MINUS = "\u2212";
/** What stands for a number that is not finite. */
const NO_NUMBER = "–";
/**
 * The sign in front of a printed number.
 *
 * @param value - a number
 * @param digits - its printed digits
 * @returns the minus sign of a negative number, unless all that is printed of it is zeros; else empty
 */
function minusOf(value, digits) {
    return value < 0 && /[1-9]/.test(digits) ? MINUS : "";
}
/**
 * Writes a whole number with commas between groups of three digits.
 *
 * @param value - a finite number; rounded to a whole one
 * @returns for example `26,925,366`
 */
function formatCount(value) {
    const digits = Math.abs(Math.round(value)).toFixed(0);
    return minusOf(value, digits) + digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
/**
 * Writes a number of three significant digits, never with an exponent.
 *
 * @param value - a finite number
 * @returns for example `0.540`, `12.3` or `1,234`
 */
function formatDigits(value) {
    const size = Math.abs(value);
    if (size === 0 || size >= 999.5)
        return formatCount(value);
    const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    const digits = size.toFixed(decimals);
    return minusOf(value, digits) + digits;
}
/**
 * Writes a whole number with its sign.
 *
 * @param value - a finite number; rounded to a whole one
 * @returns for example `+1,234`, `−40` or `0`
 */
function formatSignedCount(value) {
    return `${Math.round(value) > 0 ? "+" : ""}${formatCount(value)}`;
}
function pluralOf(noun) {
    if (/(?:s|x|z|ch|sh)$/.test(noun))
        return `${noun}es`;
    return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
/**
 * Writes a number of things with its noun.
 *
 * @param count - how many
 * @param singular - word for one
 * @param plural - word for several, where it is not formed as most nouns form it
 * @returns for example `1 process`, `2 processes`, `2 copies`
 */
function formatQuantity(count, singular, plural = pluralOf(singular)) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

;// CONCATENATED MODULE: ./lib/wasm/engine-limits.js


/** Most of each kind that V8 takes, in the order in which they are checked. */
const LIMITS = {
    types: [1_000_000, "types in a module"],
    functions: [1_000_000, "functions in a module"],
    globals: [1_000_000, "globals in a module"],
    exports: [1_000_000, "exports in a module"],
    moduleBytes: [1_073_741_824, "bytes in a module"],
    bodyBytes: [7_654_321, "bytes in a function"],
    locals: [50_000, "parameters and locals in a function"],
};
const LISTS = new Map([
    [sections/* SECTION */.wn.type, "types"],
    [sections/* SECTION */.wn.function, "functions"],
    [sections/* SECTION */.wn.global, "globals"],
    [sections/* SECTION */.wn.export, "exports"],
]);
/** A module the engine takes as it is, and would refuse with the code that counts. */
class EngineLimitError extends Error {
    constructor(what, limit, needed) {
        const [most, words] = LIMITS[limit];
        super(`${what} needs ${formatCount(needed)} ${words} to count fuel; the engine takes ${formatCount(most)}`);
        this.name = "EngineLimitError";
    }
}
/**
 * Refuses a function that the engine would refuse for its size.
 *
 * @param facts - the module, as it was
 * @param index - function index, imports first
 * @param needs - length of the new body in bytes, and the number of its parameters and locals
 * @returns nothing
 * @throws EngineLimitError naming the function and the limit
 */
function requireBodyFits(facts, index, { bodyBytes, locals }) {
    if (bodyBytes > LIMITS.bodyBytes[0])
        throw new EngineLimitError(describeFunction(facts, index), "bodyBytes", bodyBytes);
    if (locals > LIMITS.locals[0])
        throw new EngineLimitError(describeFunction(facts, index), "locals", locals);
}
/**
 * Refuses a section that the engine would refuse for its length.
 *
 * @param id - id of a section that is a list
 * @param count - items in the new section
 * @returns nothing
 * @throws EngineLimitError naming the limit
 */
function requireListFits(id, count) {
    const limit = LISTS.get(id);
    if (limit !== undefined && count > LIMITS[limit][0])
        throw new EngineLimitError("the module", limit, count);
}
/**
 * Refuses a module that the engine would refuse for its size.
 *
 * @param moduleBytes - length of the new module, in bytes
 * @returns nothing
 * @throws EngineLimitError naming the limit
 */
function requireModuleFits(moduleBytes) {
    if (moduleBytes > LIMITS.moduleBytes[0])
        throw new EngineLimitError("the module", "moduleBytes", moduleBytes);
}
function describeFunction({ exports, functionNames }, index) {
    const exported = exports.find((one) => one.kind === "function" && one.index === index);
    const name = functionNames.get(index) ?? exported?.name;
    return name === undefined ? `function ${index}` : `function ${index} (${JSON.stringify(name)})`;
}

;// CONCATENATED MODULE: ./lib/wasm/fuel-emitter.js


const MINUS_ONE = 0x7f;
const I64_MAX = 2n ** 63n - 1n;
/**
 * Writes one function body: copies the original and inserts the accounting.
 * In the mode `wasmtime` a local caches the counter as Wasmtime's compiled code does; in `complete` the global is used directly.
 */
class FuelEmitter {
    out;
    /** Types of the locals added after the function's own. */
    added = [];
    /** Cost of operators passed but not yet subtracted. */
    pending = 0;
    source;
    copied;
    globals;
    firstLocal;
    /** Local that caches the counter; null where the global is used directly. */
    cache;
    temporaries = new Map();
    constructor(source, start, place) {
        this.source = source;
        this.copied = start;
        this.out = place.out;
        this.globals = place.globals;
        this.firstLocal = place.firstLocal;
        this.cache = place.cached ? this.addLocal(TYPE.I64) : null;
    }
    /**
     * Copies the original up to an offset.
     *
     * @param offset - offset in the original module, in bytes
     */
    copyTo(offset) {
        if (offset > this.copied)
            this.out.copy(this.source, this.copied, offset);
        this.copied = offset;
    }
    /** Subtracts the pending cost from the counter. */
    flush() {
        if (this.pending === 0)
            return;
        this.read();
        this.subtractPending();
        this.write();
    }
    /** Subtracts the pending cost and writes the counter back to the store. */
    flushAndSave() {
        this.flush();
        this.save();
    }
    /** Writes the cached counter back to the store. */
    save() {
        if (this.cache !== null)
            this.out.u8(OP.LOCAL_GET).u32(this.cache).u8(OP.GLOBAL_SET).u32(this.globals.fuel);
    }
    /** Takes the counter from the store into the cache. */
    load() {
        if (this.cache !== null)
            this.out.u8(OP.GLOBAL_GET).u32(this.globals.fuel).u8(OP.LOCAL_SET).u32(this.cache);
    }
    /** Keeps the cached counter where waiting cannot damage it, as V8 11 does to a local; not yet in the store. */
    stash() {
        if (this.cache !== null)
            this.out.u8(OP.LOCAL_GET).u32(this.cache).u8(OP.GLOBAL_SET).u32(this.globals.stash);
    }
    /** Takes back what {@link stash} kept. */
    unstash() {
        if (this.cache !== null)
            this.out.u8(OP.GLOBAL_GET).u32(this.globals.stash).u8(OP.LOCAL_SET).u32(this.cache);
    }
    /** Entry of a function: takes the counter from the store, charges the entry and checks. */
    enter() {
        this.pending = 1;
        this.load();
        this.check();
    }
    /** Subtracts the pending cost and traps when nothing remains. */
    check() {
        this.read();
        if (this.pending > 0) {
            this.subtractPending();
            if (this.cache === null) {
                this.write();
                this.read();
            }
            else {
                this.out.u8(OP.LOCAL_TEE).u32(this.cache);
            }
        }
        this.out.u8(OP.I64_CONST).u8(0).u8(OP.I64_LE_S).u8(OP.IF).u8(TYPE.EMPTY);
        this.save();
        this.out
            .u8(OP.I32_CONST)
            .u8(1)
            .u8(OP.GLOBAL_SET)
            .u32(this.globals.exhausted)
            .u8(OP.UNREACHABLE)
            .u8(OP.END);
    }
    /**
     * Keeps the length on top of the stack for {@link charge}; nothing to do for a literal.
     *
     * @param length - where the length comes from
     */
    keep(length) {
        if (length.literal !== null)
            return;
        this.out
            .u8(OP.LOCAL_TEE)
            .u32(this.temporary(length.is64 ? "length64" : "length32", length.is64));
    }
    /**
     * Charges one unit per element of a length that was kept, and checks unless it is a small literal.
     *
     * @param length - where the length comes from
     */
    charge(length) {
        if (length.literal !== null) {
            this.pending = Math.min(this.pending + length.literal, Number.MAX_SAFE_INTEGER);
            if (length.literal > UNCHECKED_LENGTH)
                this.check();
            return;
        }
        this.flush();
        this.read();
        this.pushLength(length.is64);
        this.out.u8(OP.I64_SUB);
        this.write();
        this.check();
    }
    /**
     * Charges after a growth, unless it failed with -1; its result stays on the stack.
     *
     * @param length - how many pages or elements were asked for
     * @param result64 - whether the result is an i64
     */
    chargeGrowth(length, result64) {
        if (length.literal !== null && length.literal <= UNCHECKED_LENGTH) {
            // Wasmtime 49 adds a small literal while compiling, on the way both outcomes share.
            this.charge(length);
            return;
        }
        this.flush();
        const result = this.temporary(result64 ? "result64" : "result32", result64);
        this.out.u8(OP.LOCAL_TEE).u32(result).u8(OP.LOCAL_GET).u32(result);
        this.out.u8(result64 ? OP.I64_CONST : OP.I32_CONST).u8(MINUS_ONE);
        this.out.raw([result64 ? OP.I64_NE : OP.I32_NE, OP.IF, TYPE.EMPTY]);
        this.charge(length);
        this.out.u8(OP.END);
    }
    /** The kept length as i64; one of 64 bits is clamped to the largest signed number, as in Wasmtime. */
    pushLength(is64) {
        const local = this.temporary(is64 ? "length64" : "length32", is64);
        this.out.u8(OP.LOCAL_GET).u32(local);
        if (!is64) {
            this.out.u8(OP.I64_EXTEND_I32_U);
            return;
        }
        this.out.u8(OP.I64_CONST).s64(I64_MAX).u8(OP.LOCAL_GET).u32(local);
        this.out.u8(OP.I64_CONST).u8(0).u8(OP.I64_GE_S).u8(OP.SELECT);
    }
    read() {
        if (this.cache === null)
            this.out.u8(OP.GLOBAL_GET).u32(this.globals.fuel);
        else
            this.out.u8(OP.LOCAL_GET).u32(this.cache);
    }
    write() {
        if (this.cache === null)
            this.out.u8(OP.GLOBAL_SET).u32(this.globals.fuel);
        else
            this.out.u8(OP.LOCAL_SET).u32(this.cache);
    }
    subtractPending() {
        this.out.u8(OP.I64_CONST);
        if (this.pending < 2 ** 31)
            this.out.s32(this.pending);
        else
            this.out.s64(BigInt(this.pending));
        this.out.u8(OP.I64_SUB);
        this.pending = 0;
    }
    temporary(name, is64) {
        const known = this.temporaries.get(name);
        if (known !== undefined)
            return known;
        const local = this.addLocal(is64 ? TYPE.I64 : TYPE.I32);
        this.temporaries.set(name, local);
        return local;
    }
    /**
     * Adds a local after the function's own.
     *
     * @param type - its value type
     * @returns its index
     */
    addLocal(type) {
        this.added.push(type);
        return this.firstLocal + this.added.length - 1;
    }
}

;// CONCATENATED MODULE: ./lib/wasm/fuel-lengths.js


/**
 * Finds the length an operator will work on. The reader is left where it was.
 *
 * @param context - the module's facts and the rules of the profile
 * @param reader - positioned at the operator's immediates
 * @param site - the operator, and its length where that is known
 * @returns its length and when it is charged
 */
function lengthBefore(context, reader, site) {
    const at = reader.position;
    const is64 = hasLongLength(context.facts, reader, site.place);
    reader.position = at;
    const { literal } = site;
    const length = literal === null ? { literal, is64 } : { literal: Number(literal) };
    return { length, is64, charge: chargeOf(context.rules, ACTIONS[site.place] ?? 0) };
}
function chargeOf(rules, action) {
    if (action === ACTION.memoryGrow)
        return rules.memoryGrow;
    return action === ACTION.tableGrow ? rules.tableGrow : rules.bulk;
}
function hasLongLength({ memories, tables }, reader, place) {
    const name = opcodes/* OPERATOR_NAMES */.KR[place] ?? "";
    if (name.startsWith("array.") || name.endsWith(".init"))
        return false;
    const space = name.startsWith("memory.") ? memories : tables;
    const first = space[reader.u32()]?.is64 ?? false;
    return name.endsWith(".copy") ? first && (space[reader.u32()]?.is64 ?? false) : first;
}

// EXTERNAL MODULE: ./lib/wasm/functions/tree-layout.js
var tree_layout = __nccwpck_require__(6479);
;// CONCATENATED MODULE: ./lib/wasm/functions/tree-code.js


/** Bit of a memory argument's alignment that says that a memory's index follows. */
const HAS_INDEX = 0x40;
const ALIGN_4 = 2;
const ALIGN_8 = 3;
const PAGE_SHIFT = 16;
const KEY_SHIFT = 32;
/** Nodes are 2^5 bytes. */
const NODE_SHIFT = 5;
const ENTRY_SHIFT = 4;
/** Writes instructions that work on a tree of calls. */
class TreeCode {
    out;
    place;
    constructor(out, place) {
        this.out = out;
        this.place = place;
    }
    /**
     * Appends instructions that have no immediates.
     *
     * @param codes - opcodes
     * @returns this writer
     */
    plain(...codes) {
        this.out.raw(codes);
        return this;
    }
    /**
     * Appends an instruction whose immediate is an index, or a branch.
     *
     * @param code - opcode
     * @param index - its immediate
     * @returns this writer
     */
    at(code, index) {
        this.out.u8(code).u32(index);
        return this;
    }
    /**
     * Appends an i32 constant.
     *
     * @param value - an integer in [-2^31, 2^31)
     * @returns this writer
     */
    constant(value) {
        this.out.u8(OP.I32_CONST).s32(value);
        return this;
    }
    /**
     * Attributes the fuel spent since the mark to a node, and sets the mark.
     *
     * @param push - writes the instruction that gives the node's address
     * @param fuel - index of the fuel global
     * @returns this writer
     */
    attribute(push, fuel) {
        const { mark } = this.place;
        push();
        push();
        this.load64(tree_layout/* NODE */.NW.SELF).at(OP.GLOBAL_GET, mark).at(OP.GLOBAL_GET, fuel);
        this.plain(OP.I64_SUB, OP.I64_ADD).store64(tree_layout/* NODE */.NW.SELF);
        return this.at(OP.GLOBAL_GET, fuel).at(OP.GLOBAL_SET, mark);
    }
    /**
     * Attributes what a caller gets back to the node of refunds, and takes the mark back.
     *
     * @param kept - local with the fuel the caller goes on with
     * @param fuel - index of the fuel global
     * @returns this writer
     */
    refund(kept, fuel) {
        const { mark } = this.place;
        this.constant(tree_layout/* REFUND */.pv).constant(tree_layout/* REFUND */.pv).load64(tree_layout/* NODE */.NW.SELF);
        this.at(OP.GLOBAL_GET, fuel).at(OP.LOCAL_GET, kept).plain(OP.I64_SUB, OP.I64_ADD);
        this.store64(tree_layout/* NODE */.NW.SELF);
        this.at(OP.GLOBAL_GET, mark).at(OP.LOCAL_GET, kept).at(OP.GLOBAL_GET, fuel);
        return this.plain(OP.I64_SUB, OP.I64_ADD).at(OP.GLOBAL_SET, mark);
    }
    /**
     * Counts a call of a node.
     *
     * @param own - local with the node's address
     * @returns this writer
     */
    countCall(own) {
        this.at(OP.LOCAL_GET, own).at(OP.LOCAL_GET, own).load64(tree_layout/* NODE */.NW.CALLS);
        this.out.u8(OP.I64_CONST).u8(1);
        return this.plain(OP.I64_ADD).store64(tree_layout/* NODE */.NW.CALLS);
    }
    /**
     * Loads an i64 of the tree.
     *
     * @param offset - offset from the address on the stack, in bytes
     * @returns this writer
     */
    load64(offset) {
        return this.access(OP.I64_LOAD, ALIGN_8, offset);
    }
    /**
     * Stores an i64 in the tree.
     *
     * @param offset - offset from the address on the stack, in bytes
     * @returns this writer
     */
    store64(offset) {
        return this.access(OP.I64_STORE, ALIGN_8, offset);
    }
    /**
     * Loads an i32 of the tree.
     *
     * @param offset - offset from the address on the stack, in bytes
     * @returns this writer
     */
    load32(offset) {
        return this.access(OP.I32_LOAD, ALIGN_4, offset);
    }
    /**
     * Stores an i32 in the tree.
     *
     * @param offset - offset from the address on the stack, in bytes
     * @returns this writer
     */
    store32(offset) {
        return this.access(OP.I32_STORE, ALIGN_4, offset);
    }
    access(code, align, offset) {
        const { memory } = this.place;
        this.out.u8(code);
        if (memory === 0)
            this.out.u8(align);
        else
            this.out.u8(align | HAS_INDEX).u32(memory);
        this.out.u32(offset);
        return this;
    }
}
/** Locals of the entry: its parameters, and the cache's entry or the node found. */
const [CALLER, ENTERED, OWN] = [0, 1, 2];
/**
 * Writes the body of the function that every function calls first: (caller's node, function) to its own node, which
 * becomes the current one. What was spent so far is the caller's.
 *
 * @param out - receives the body without its length
 * @param place - the tree
 * @param fuel - index of the fuel global
 * @returns nothing
 */
function writeEntry(out, place, fuel) {
    out.raw([1, 1, TYPE.I32]);
    const code = new TreeCode(out, place);
    code.attribute(() => code.at(OP.GLOBAL_GET, place.node), fuel);
    code.at(OP.LOCAL_GET, CALLER).constant(1).plain(OP.I32_SHR_U);
    code.at(OP.LOCAL_GET, ENTERED).constant(ENTRY_SHIFT).plain(OP.I32_SHL, OP.I32_XOR);
    code.constant(tree_layout/* CACHE_MASK */.iZ).plain(OP.I32_AND).at(OP.LOCAL_TEE, OWN).load64(tree_layout/* CACHE */.fV.KEY);
    code.at(OP.LOCAL_GET, CALLER).plain(OP.I64_EXTEND_I32_U);
    out.u8(OP.I64_CONST).s32(KEY_SHIFT);
    code.plain(OP.I64_SHL).at(OP.LOCAL_GET, ENTERED).plain(OP.I64_EXTEND_I32_U, OP.I64_OR);
    code.plain(OP.I64_EQ, OP.IF, TYPE.I32).at(OP.LOCAL_GET, OWN).load32(tree_layout/* CACHE */.fV.TARGET);
    code.plain(OP.ELSE).at(OP.LOCAL_GET, CALLER).at(OP.LOCAL_GET, ENTERED);
    code.at(OP.CALL, place.lookup).plain(OP.END).at(OP.LOCAL_TEE, OWN).at(OP.GLOBAL_SET, place.node);
    code.countCall(OWN).at(OP.LOCAL_GET, OWN).plain(OP.END);
}
/** Locals of the lookup: its parameters, the edge looked at and the node found. */
const [PARENT, CALLED, EDGE_AT, FOUND] = [0, 1, 2, 3];
/**
 * Writes the body of the function that finds the node of a function below another, or makes it: (parent, function) to
 * node. A function that runs already is not put below itself: its own node is found again.
 *
 * @param out - receives the body without its length
 * @param place - the tree
 * @returns nothing
 */
function writeLookup(out, place) {
    // One group of two i32 locals.
    out.raw([1, 2, TYPE.I32]);
    const code = new TreeCode(out, place);
    code.plain(OP.BLOCK, TYPE.EMPTY, OP.BLOCK, TYPE.EMPTY);
    code.at(OP.LOCAL_GET, PARENT).load32(tree_layout/* NODE */.NW.FIRST).at(OP.LOCAL_SET, EDGE_AT);
    code.plain(OP.LOOP, TYPE.EMPTY).at(OP.LOCAL_GET, EDGE_AT).plain(OP.I32_EQZ).at(OP.BR_IF, 1);
    code.at(OP.LOCAL_GET, EDGE_AT).load32(tree_layout/* EDGE */.KG.FUNCTION).at(OP.LOCAL_GET, CALLED).plain(OP.I32_EQ);
    code.plain(OP.IF, TYPE.EMPTY).at(OP.LOCAL_GET, EDGE_AT).load32(tree_layout/* EDGE */.KG.TARGET);
    code.at(OP.LOCAL_SET, FOUND).at(OP.BR, 3).plain(OP.END);
    code.at(OP.LOCAL_GET, EDGE_AT).load32(tree_layout/* EDGE */.KG.NEXT).at(OP.LOCAL_SET, EDGE_AT).at(OP.BR, 0);
    code.plain(OP.END, OP.END);
    writeRoom(code, place);
    writeNode(code, place);
    writeEdge(code, place);
    code.plain(OP.END);
    writeCached(code, out);
    code.at(OP.LOCAL_GET, FOUND).plain(OP.END);
}
/** Without room for a node and an edge, the function's own node outside of the tree is the answer. */
function writeRoom(code, { memory, next, imported }) {
    code.at(OP.MEMORY_SIZE, memory).constant(PAGE_SHIFT).plain(OP.I32_SHL);
    code.at(OP.GLOBAL_GET, next).constant(tree_layout/* NODE */.NW.BYTES + tree_layout/* EDGE */.KG.BYTES);
    code.plain(OP.I32_ADD, OP.I32_LT_U, OP.IF, TYPE.EMPTY);
    code.constant(tree_layout/* GROWTH_PAGES */.Tn).at(OP.MEMORY_GROW, memory).constant(-1).plain(OP.I32_EQ);
    code.plain(OP.IF, TYPE.EMPTY).at(OP.LOCAL_GET, CALLED).constant(imported).plain(OP.I32_SUB);
    code.constant(NODE_SHIFT).plain(OP.I32_SHL).constant(tree_layout/* FLAT */.ex).plain(OP.I32_ADD, OP.RETURN);
    code.plain(OP.END, OP.END);
}
/** The nearest node of the function on the way to the root, else a new one. */
function writeNode(code, { next, flatEnd }) {
    code.at(OP.LOCAL_GET, PARENT).at(OP.LOCAL_SET, FOUND);
    code.plain(OP.BLOCK, TYPE.EMPTY, OP.LOOP, TYPE.EMPTY);
    code.at(OP.LOCAL_GET, FOUND).constant(flatEnd).plain(OP.I32_LT_U, OP.IF, TYPE.EMPTY);
    code.at(OP.GLOBAL_GET, next).at(OP.LOCAL_TEE, FOUND).at(OP.LOCAL_GET, CALLED);
    code.store32(tree_layout/* NODE */.NW.FUNCTION);
    code.at(OP.LOCAL_GET, FOUND).at(OP.LOCAL_GET, PARENT).store32(tree_layout/* NODE */.NW.PARENT);
    code.at(OP.LOCAL_GET, FOUND).constant(tree_layout/* NODE */.NW.BYTES).plain(OP.I32_ADD).at(OP.GLOBAL_SET, next);
    code.at(OP.BR, 2).plain(OP.END);
    code.at(OP.LOCAL_GET, FOUND).load32(tree_layout/* NODE */.NW.FUNCTION).at(OP.LOCAL_GET, CALLED).plain(OP.I32_EQ);
    code.at(OP.BR_IF, 1).at(OP.LOCAL_GET, FOUND).load32(tree_layout/* NODE */.NW.PARENT).at(OP.LOCAL_SET, FOUND);
    code.at(OP.BR, 0).plain(OP.END, OP.END);
}
/** A new edge becomes the first of the parent's. */
function writeEdge(code, { next }) {
    code.at(OP.GLOBAL_GET, next).at(OP.LOCAL_TEE, EDGE_AT).at(OP.LOCAL_GET, CALLED);
    code.store32(tree_layout/* EDGE */.KG.FUNCTION);
    code.at(OP.LOCAL_GET, EDGE_AT).at(OP.LOCAL_GET, FOUND).store32(tree_layout/* EDGE */.KG.TARGET);
    code.at(OP.LOCAL_GET, EDGE_AT).at(OP.LOCAL_GET, PARENT).load32(tree_layout/* NODE */.NW.FIRST).store32(tree_layout/* EDGE */.KG.NEXT);
    code.at(OP.LOCAL_GET, PARENT).at(OP.LOCAL_GET, EDGE_AT).store32(tree_layout/* NODE */.NW.FIRST);
    code.at(OP.LOCAL_GET, EDGE_AT).constant(tree_layout/* EDGE */.KG.BYTES).plain(OP.I32_ADD).at(OP.GLOBAL_SET, next);
}
/** The next call from the same node finds it in the cache; the local of the edge holds the entry's address. */
function writeCached(code, out) {
    code.at(OP.LOCAL_GET, PARENT).constant(1).plain(OP.I32_SHR_U);
    code.at(OP.LOCAL_GET, CALLED).constant(ENTRY_SHIFT).plain(OP.I32_SHL, OP.I32_XOR);
    code.constant(tree_layout/* CACHE_MASK */.iZ).plain(OP.I32_AND).at(OP.LOCAL_TEE, EDGE_AT);
    code.at(OP.LOCAL_GET, PARENT).plain(OP.I64_EXTEND_I32_U);
    out.u8(OP.I64_CONST).s32(KEY_SHIFT);
    code.plain(OP.I64_SHL).at(OP.LOCAL_GET, CALLED).plain(OP.I64_EXTEND_I32_U, OP.I64_OR);
    code.store64(tree_layout/* CACHE */.fV.KEY);
    code.at(OP.LOCAL_GET, EDGE_AT).at(OP.LOCAL_GET, FOUND).store32(tree_layout/* CACHE */.fV.TARGET);
}

;// CONCATENATED MODULE: ./lib/wasm/functions/call-tracker.js


const nothing = () => { };
/** Where there is no tree of calls. */
const UNTRACKED = {
    tracks: false,
    handles: false,
    enter: nothing,
    leave: nothing,
    staysInside: () => true,
    returned: nothing,
    landed: nothing,
    refer: nothing,
    referred: nothing,
};
/**
 * Writes into one function what keeps the tree of calls: the current node is that of the function that runs, and all fuel
 * that leaves the store is attributed to the node that was current.
 */
class CallTracker {
    /** Whether anything is written: then every way out passes the end of the body. */
    tracks = true;
    /** Whether the function catches exceptions: it then finds its node again wherever one may land. */
    handles;
    emitter;
    place;
    index;
    fuel;
    parent;
    own;
    kept = null;
    constructor(emitter, place, { index, handles, fuel }) {
        this.emitter = emitter;
        this.place = place;
        this.index = index;
        this.handles = handles;
        this.fuel = fuel;
        this.parent = emitter.addLocal(TYPE.I32);
        this.own = emitter.addLocal(TYPE.I32);
    }
    /** At the entry: what was spent so far is the caller's; the node below its own becomes the current one. */
    enter() {
        const { node, entry } = this.place;
        const code = this.code().at(OP.GLOBAL_GET, node).at(OP.LOCAL_TEE, this.parent);
        code.constant(this.index).at(OP.CALL, entry).at(OP.LOCAL_SET, this.own);
    }
    /** Before the function returns, its counter written back: what was spent is its own; the caller's node is current again. */
    leave() {
        const code = this.code();
        code.attribute(() => code.at(OP.LOCAL_GET, this.own), this.fuel);
        code.at(OP.LOCAL_GET, this.parent).at(OP.GLOBAL_SET, this.place.node);
    }
    /**
     * Whether an operator leaves the module for no function of another. The reader is left where it was.
     *
     * @param reader - positioned at the immediates of an operator
     * @param place - the operator
     * @returns false for an indirect call, and for a direct one of an imported function
     */
    staysInside(reader, place) {
        if (place !== OP.CALL)
            return place !== OP.CALL_INDIRECT;
        const at = reader.position;
        const called = reader.u32();
        reader.position = at;
        return called >= this.place.imported;
    }
    /** After a call that may have left the module: its host may have caught what a function below threw. */
    returned() {
        this.unlessOwn(() => { });
    }
    /** Where an exception may have landed: Wasmtime goes on with the counter as it was in this function. */
    landed() {
        if (!this.handles)
            return;
        const { cache } = this.emitter;
        this.unlessOwn(() => {
            if (cache !== null)
                this.code().refund(cache, this.fuel);
        });
    }
    /** Before a call by reference: keeps the counter as it is stored. */
    refer() {
        if (this.emitter.cache === null)
            return;
        this.kept ??= this.emitter.addLocal(TYPE.I64);
        this.code().at(OP.GLOBAL_GET, this.fuel).at(OP.LOCAL_SET, this.kept);
    }
    /** After a call by reference: what was burnt below is given back. */
    referred() {
        this.returned();
        if (this.kept !== null)
            this.code().refund(this.kept, this.fuel);
    }
    unlessOwn(more) {
        const { node } = this.place;
        this.code().at(OP.GLOBAL_GET, node).at(OP.LOCAL_GET, this.own).plain(OP.I32_NE);
        this.code().plain(OP.IF, TYPE.EMPTY);
        this.attributeToCurrent();
        more();
        this.code().at(OP.LOCAL_GET, this.own).at(OP.GLOBAL_SET, node).plain(OP.END);
    }
    attributeToCurrent() {
        const code = this.code();
        return code.attribute(() => code.at(OP.GLOBAL_GET, this.place.node), this.fuel);
    }
    code() {
        return new TreeCode(this.emitter.out, this.place);
    }
}

;// CONCATENATED MODULE: ./lib/wasm/fuel-walk.js









const WAIT32 = (0,opcodes/* placeNamed */.d0)("memory.atomic.wait32");
const WAIT64 = (0,opcodes/* placeNamed */.d0)("memory.atomic.wait64");
const fuel_walk_CALL_REF = (0,opcodes/* placeNamed */.d0)("call_ref");
/** Operators that end the function without a trap or an exception. */
const RETURNS = new Set(["return", "return_call", "return_call_indirect", "return_call_ref"].map(opcodes/* placeNamed */.d0));
/** Depth after the function's own `end`. */
const FUNCTION_CLOSED = -1;
/** One walk over the operators of a body. */
class BodyWalk {
    emitter;
    context;
    tracker;
    reader;
    /** Blocks open inside the function. */
    depth = 0;
    /** Blocks opened in code that cannot run; 0 in code that can, at least 1 otherwise. */
    dead = 0;
    /** True when a branch to the function's own label needs a block around the body. */
    wrapped = false;
    body;
    /** Lengths known while compiling; looked for when the first length is met. */
    constants = null;
    constructor(context, body, reader, { emitter, tracker = UNTRACKED }) {
        this.context = context;
        this.body = body;
        this.tracker = tracker;
        this.reader = reader;
        this.emitter = emitter;
    }
    /**
     * Walks to the end of the body.
     *
     * @returns whether the body needs a block around it
     */
    run() {
        const { reader, emitter } = this;
        this.tracker.enter();
        emitter.enter();
        while (!reader.done) {
            const start = reader.position;
            const place = (0,instructions/* readOperator */.Tp)(reader);
            const action = ACTIONS[place] ?? 0;
            if (this.dead > 0)
                this.passDead(place, action);
            else if (action === ACTION.none)
                this.plain(start, place);
            else
                this.act(start, place);
        }
        this.close();
        return this.wrapped;
    }
    /** The final `end` was not copied: write-back stands before it. */
    close() {
        const { emitter, reader } = this;
        if (this.depth !== FUNCTION_CLOSED)
            throw reader.fail("a function body ends inside a block");
        if (this.context.mode === "complete" && !this.tracker.tracks)
            this.wrapped = false;
        if (this.wrapped)
            emitter.out.u8(OP.END);
        this.tracker.landed();
        emitter.save();
        this.tracker.leave();
        emitter.copyTo(reader.position);
    }
    passDead(place, action) {
        (0,instructions/* skipImmediates */.ai)(this.reader, place);
        const opens = action === ACTION.open ||
            action === ACTION.loop ||
            action === ACTION.if ||
            action === ACTION.tryTable;
        if (opens)
            this.dead += 1;
        const revives = this.dead === 1 && (action === ACTION.alternative || action === ACTION.end);
        if (action === ACTION.end)
            this.dead -= 1;
        if (!revives)
            return;
        this.dead = 0;
        if (action === ACTION.end)
            this.leaveBlock(this.reader.position - 1);
        this.land();
    }
    /** Behind the end of a block, and where a handler begins, an exception may have come in. */
    land() {
        if (!this.tracker.handles || this.depth < 0)
            return;
        this.emitter.copyTo(this.reader.position);
        this.tracker.landed();
    }
    /** Closes a block; the function's own `end` is left for {@link close}. */
    leaveBlock(start) {
        this.depth -= 1;
        if (this.depth < 0)
            this.emitter.copyTo(start);
    }
    plain(start, place) {
        const { emitter, reader, context } = this;
        emitter.pending += context.costs[place] ?? 0;
        const size = ACCESS_BYTES[place] ?? 0;
        const certain = size > 0 && trapsForCertain(reader, size, context.memoryBytes);
        if (certain || (context.mode === "complete" && MAY_TRAP.has(place))) {
            emitter.copyTo(start);
            emitter.flushAndSave();
        }
        if (place === WAIT32 || place === WAIT64)
            this.wait(start, place);
        else
            (0,instructions/* skipImmediates */.ai)(reader, place);
        if (place === fuel_walk_CALL_REF)
            this.callByReference(start);
    }
    wait(start, place) {
        const { emitter, reader } = this;
        emitter.copyTo(start);
        emitter.stash();
        (0,instructions/* skipImmediates */.ai)(reader, place);
        emitter.copyTo(reader.position);
        emitter.unstash();
    }
    /** What a callee reached in this way burns is given back. */
    callByReference(start) {
        const { emitter, tracker, reader } = this;
        if (!tracker.tracks)
            return;
        emitter.copyTo(start);
        tracker.refer();
        emitter.copyTo(reader.position);
        tracker.referred();
    }
    act(start, place) {
        const action = ACTIONS[place] ?? 0;
        const { emitter, reader, context } = this;
        emitter.pending += context.costs[place] ?? 0;
        if (action >= ACTION.length && action !== ACTION.tryTable) {
            this.variable(start, place);
            return;
        }
        const jumps = action === ACTION.branch || action === ACTION.jump || action === ACTION.tryTable;
        if (jumps && reachesLabel(reader, place, this.depth))
            this.wrapped = true;
        const isInside = this.tracker.staysInside(reader, place);
        (0,instructions/* skipImmediates */.ai)(reader, place);
        if (action !== ACTION.open && action !== ACTION.tryTable)
            this.flushBefore(start, place);
        this.follow(start, action);
        if (!isInside)
            this.tracker.returned();
        if (action === ACTION.end || action === ACTION.alternative)
            this.land();
    }
    flushBefore(start, place) {
        const action = ACTIONS[place] ?? 0;
        this.emitter.copyTo(start);
        if (action === ACTION.leave || action === ACTION.call)
            this.emitter.flushAndSave();
        else
            this.emitter.flush();
        if (RETURNS.has(place))
            this.tracker.leave();
    }
    follow(start, action) {
        const { emitter, reader } = this;
        if (action === ACTION.end) {
            this.leaveBlock(start);
        }
        else if (action === ACTION.jump || action === ACTION.leave) {
            this.dead = 1;
        }
        else if (action === ACTION.call) {
            emitter.copyTo(reader.position);
            emitter.load();
        }
        else if (action === ACTION.loop) {
            this.depth += 1;
            emitter.copyTo(reader.position);
            if (this.tracker.handles)
                this.tracker.landed();
            emitter.check();
        }
        else if (action !== ACTION.alternative && action !== ACTION.branch) {
            this.depth += 1;
        }
    }
    /** An operator whose cost depends on the length on top of the stack. */
    variable(start, place) {
        const { emitter, reader, context } = this;
        this.constants ??= context.findConstants(this.body);
        const literal = this.constants.get(start) ?? null;
        const { length, is64, charge } = lengthBefore(context, reader, { place, literal });
        emitter.copyTo(start);
        if (context.mode === "complete")
            emitter.flushAndSave();
        const growth = ACTIONS[place] !== ACTION.length;
        if (charge !== "never")
            emitter.keep(length);
        if (charge === "before")
            emitter.charge(length);
        else if (growth &&
            context.rules.checksMemoryGrow &&
            charge === "never" &&
            length.literal === null)
            emitter.check();
        (0,instructions/* skipImmediates */.ai)(reader, place);
        emitter.copyTo(reader.position);
        if (charge === "after")
            emitter.charge(length);
        if (charge === "on success")
            emitter.chargeGrowth(length, is64);
    }
}

;// CONCATENATED MODULE: ./lib/wasm/fuel-body.js





const BLOCK = 0x02;
/**
 * Rewrites one function body so that it counts fuel.
 *
 * @param context - the module, its rules and the appended globals
 * @param body - the body in the original file
 * @param target - receives the new body with its length prefix
 * @returns nothing; the target is extended
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 * @throws EngineLimitError when the new body is larger than the engine takes
 */
function rewriteBody(context, body, target) {
    const { bytes } = context.facts;
    const reader = new wasm_reader/* ByteReader */.k(bytes, body.start, body.end);
    const groups = reader.u32();
    const groupsStart = reader.position;
    let locals = parameterCount(context.facts, body.index);
    for (let group = 0; group < groups; group += 1) {
        locals += reader.u32();
        (0,value_types/* skipValueType */.$2)(reader);
    }
    const groupsEnd = reader.position;
    const emitter = new FuelEmitter(bytes, groupsEnd, {
        out: target.body.clear(),
        globals: context.globals,
        firstLocal: locals,
        cached: context.mode === "wasmtime",
    });
    const tracker = context.track?.(body.index, emitter);
    const wrapped = new BodyWalk(context, body, reader, { emitter, tracker }).run();
    const head = target.head.clear().u32(groups + emitter.added.length);
    head.copy(bytes, groupsStart, groupsEnd);
    for (const type of emitter.added)
        head.u8(1).u8(type);
    if (wrapped) {
        head.u8(BLOCK);
        context.writeResults(head, body.index);
    }
    const bodyBytes = head.length + target.body.length;
    requireBodyFits(context.facts, body.index, {
        bodyBytes,
        locals: locals + emitter.added.length,
    });
    appendBody(target);
}
/**
 * Appends the body made of a target's two parts to its code.
 *
 * @param target - head (locals) and body are read, code is extended
 * @returns nothing
 */
function appendBody({ code, head, body }) {
    code
        .u32(head.length + body.length)
        .raw(head.view())
        .raw(body.view());
}
function parameterCount(facts, index) {
    const type = facts.types[facts.functions[index] ?? -1];
    return type?.kind === "function" ? type.params.length : 0;
}

;// CONCATENATED MODULE: ./lib/wasm/rebuild.js




/** Custom sections that hold offsets into code, which move. */
const HOLDS_OFFSETS = /^custom:(\.debug_|metadata\.code\.|sourceMappingURL$|external_debug_info$|reloc\.|linking$|dylink)/;
/**
 * Appends items to a section that is a list, creating it when it is absent.
 *
 * @param facts - the module
 * @param replacements - receives the new contents
 * @param addition - section id, the items and their number
 * @returns length of the new contents; the items are at their end
 * @throws EngineLimitError when the list becomes longer than the engine takes
 */
function appendToVector(facts, replacements, addition) {
    const section = facts.sections.find(({ id }) => id === addition.id);
    const content = new encoder/* ByteWriter */.U7((section?.bytes ?? 0) + addition.items.length + 8);
    if (section === undefined) {
        content.u32(addition.count);
    }
    else {
        const reader = new wasm_reader/* ByteReader */.k(facts.bytes, section.contentStart, section.end);
        const count = reader.u32() + addition.count;
        requireListFits(addition.id, count);
        content.u32(count).raw(facts.bytes.subarray(reader.position, section.end));
    }
    content.raw(addition.items.view());
    replacements.set(addition.id, content);
    return content.length;
}
/**
 * Writes a module with some of its sections replaced; custom sections that hold code offsets are dropped.
 *
 * @param facts - the original
 * @param replacements - new contents by section id; sections the original lacks are put where they belong
 * @returns the new module
 * @throws EngineLimitError when it becomes larger than the engine takes
 */
function rebuildModule(facts, replacements) {
    const size = [...replacements.values()].reduce((sum, part) => sum + part.length, facts.bytes.length);
    const writer = new encoder/* ByteWriter */.U7(size + 64).raw(encoder/* MODULE_HEADER */.hv);
    const contentStarts = new Map();
    const present = new Set(facts.sections.map(({ id }) => id));
    const absent = sections/* SECTION_ORDER */.t9.filter((id) => replacements.has(id) && !present.has(id));
    const replace = (id, content) => {
        if (content.length === 0)
            return;
        (0,encoder/* writeSection */.Zn)(writer, id, content);
        contentStarts.set(id, writer.length - content.length);
    };
    const writeAbsent = (before) => {
        while (absent[0] !== undefined && sections/* SECTION_ORDER */.t9.indexOf(absent[0]) < before) {
            const id = absent.shift() ?? 0;
            replace(id, replacements.get(id) ?? new encoder/* ByteWriter */.U7());
        }
    };
    for (const section of facts.sections) {
        if (section.id !== sections/* SECTION */.wn.custom)
            writeAbsent(sections/* SECTION_ORDER */.t9.indexOf(section.id));
        const content = section.id === sections/* SECTION */.wn.custom ? undefined : replacements.get(section.id);
        if (content !== undefined)
            replace(section.id, content);
        else if (!HOLDS_OFFSETS.test(section.name))
            writer.raw(original(facts, section));
    }
    writeAbsent(sections/* SECTION_ORDER */.t9.length);
    requireModuleFits(writer.length);
    return { bytes: writer.bytes(), contentStarts };
}
function original(facts, section) {
    return facts.bytes.subarray(section.start, section.end);
}

;// CONCATENATED MODULE: ./lib/wasm/fuel-sections.js








const FUNCTION_FORM = 0x60;
const fuel_sections_EMPTY_BLOCK = 0x40;
const fuel_sections_CALL = 0x10;
const END = 0x0b;
const I64_MUTABLE = [0x7e, 1];
const I64_MUTABLE_ZERO = [...I64_MUTABLE, 0x42, 0, END];
const I32_MUTABLE = [TYPE.I32, 1];
const I32_CONST = 0x41;
const I32_MUTABLE_ZERO = [0x7f, 1, 0x41, 0, END];
const I64_CONST = 0x42;
/** 2^63 - 1 as a signed LEB128 number of 10 bytes, the form that is rewritten in place. */
const LARGEST_I64 = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];
const EXPORT_FUNCTION = 0;
const EXPORT_TABLE = 1;
const EXPORT_MEMORY = 2;
const EXPORT_GLOBAL = 3;
const FUEL_EXPORT = "wasm-bench.fuel";
const TREE_EXPORT = "wasm-bench.calls-";
const START_EXPORT = "wasm-bench.start";
const EXHAUSTED_EXPORT = "wasm-bench.fuel-exhausted";
const MEMORY_EXPORT = "wasm-bench.memory";
const TABLE_EXPORT = "wasm-bench.table";
/**
 * Collects the types that the pass appends.
 *
 * @param facts - the module
 * @returns a collector that gives each needed type one index after the module's own
 */
function createResultTypes(facts) {
    const appended = new encoder/* ByteWriter */.U7();
    const indices = new Map();
    const append = (key, results, params = []) => {
        const known = indices.get(key);
        if (known !== undefined)
            return known;
        appended.u8(FUNCTION_FORM).u32(params.length).raw(params).raw(results);
        indices.set(key, facts.types.length + indices.size);
        return facts.types.length + indices.size - 1;
    };
    return {
        write: (writer, functionIndex) => {
            const type = functionTypeOf(facts, functionIndex);
            const count = type?.results.length ?? 0;
            if (type === null || count === 0)
                writer.u8(fuel_sections_EMPTY_BLOCK);
            else if (count === 1)
                writer.raw(facts.bytes.subarray(type.resultsStart + 1, type.resultsEnd));
            else {
                const results = facts.bytes.subarray(type.resultsStart, type.resultsEnd);
                writer.s32(append(facts.functions[functionIndex] ?? -1, results));
            }
        },
        empty: () => append(-1, Uint8Array.of(0)),
        lookup: () => append(-2, Uint8Array.of(1, TYPE.I32), [TYPE.I32, TYPE.I32]),
        addTo: (replacements) => {
            if (indices.size > 0)
                appendToVector(facts, replacements, {
                    id: sections/* SECTION */.wn.type,
                    items: appended,
                    count: indices.size,
                });
        },
    };
}
/**
 * Appends the three globals, and those of a tree of calls; no index of the module moves.
 *
 * @param facts - the module
 * @param replacements - receives the extended global section
 * @param tree - the tree of calls; null without one
 * @returns offsets in the section's contents: of the initial budget, and of the first mark of the tree, which equals it
 */
function addGlobals(facts, replacements, tree) {
    const items = new encoder/* ByteWriter */.U7().raw(I64_MUTABLE).u8(I64_CONST);
    const budget = items.length;
    items.raw(LARGEST_I64).u8(END).raw(I32_MUTABLE_ZERO).raw(I64_MUTABLE_ZERO);
    let mark = null;
    if (tree !== null) {
        items.raw(I32_MUTABLE).u8(I32_CONST).s32(tree_layout/* ROOT */.Dl).u8(END).raw(I64_MUTABLE).u8(I64_CONST);
        mark = items.length;
        items.raw(LARGEST_I64).u8(END).raw(I32_MUTABLE).u8(I32_CONST).s32(tree.flatEnd).u8(END);
    }
    const count = tree === null ? 3 : 6;
    const length = appendToVector(facts, replacements, { id: sections/* SECTION */.wn.global, items, count });
    const offset = length - items.length;
    return { budget: offset + budget, mark: mark === null ? null : offset + mark };
}
/**
 * Collects the functions that the pass appends; their bodies must be written in the same order.
 *
 * @param facts - the module
 * @returns a collector that gives each an index after the module's own
 */
function createAppendedFunctions(facts) {
    const items = new encoder/* ByteWriter */.U7();
    let count = 0;
    return {
        add: (type) => {
            items.u32(type);
            count += 1;
            return facts.functions.length + count - 1;
        },
        count: () => count,
        addTo: (replacements) => {
            if (count > 0)
                appendToVector(facts, replacements, { id: sections/* SECTION */.wn.function, items, count });
        },
    };
}
/**
 * Exports the two globals, all memories and tables, and the start function when it is deferred, under names the module
 * does not use.
 *
 * @param facts - the module
 * @param replacements - receives the extended export section; loses the start section when it is deferred
 * @param indices - index of the fuel global (the other one follows it), of the deferred start function, and the tree of calls
 * @returns the names
 */
function addFuelExports(facts, replacements, indices) {
    const taken = new Set(facts.exports.map(({ name }) => name));
    const fuelExport = freeName(FUEL_EXPORT, taken);
    const exhaustedExport = freeName(EXHAUSTED_EXPORT, taken);
    const items = new encoder/* ByteWriter */.U7().name(fuelExport).u8(EXPORT_GLOBAL).u32(indices.fuel);
    items
        .name(exhaustedExport)
        .u8(EXPORT_GLOBAL)
        .u32(indices.fuel + 1);
    const startExport = indices.start === null ? null : freeName(START_EXPORT, taken);
    if (indices.start !== null) {
        items
            .name(startExport ?? "")
            .u8(EXPORT_FUNCTION)
            .u32(indices.start);
        replacements.set(sections/* SECTION */.wn.start, new encoder/* ByteWriter */.U7());
    }
    const storageExports = [
        ...facts.memories.map((_, index) => ({ kind: EXPORT_MEMORY, index, name: MEMORY_EXPORT })),
        ...facts.tables.map((_, index) => ({ kind: EXPORT_TABLE, index, name: TABLE_EXPORT })),
    ].map(({ kind, index, name }) => {
        const free = freeName(`${name}-${index}`, taken);
        items.name(free).u8(kind).u32(index);
        return free;
    });
    const treeExports = indices.tree === null ? null : exportTree(items, indices.tree, taken);
    const hiddenExports = [
        fuelExport,
        exhaustedExport,
        ...(startExport === null ? [] : [startExport]),
        ...storageExports,
        ...Object.values(treeExports ?? {}),
    ];
    appendToVector(facts, replacements, { id: sections/* SECTION */.wn.export, items, count: hiddenExports.length });
    return {
        fuelExport,
        exhaustedExport,
        startExport,
        storageExports,
        hiddenExports,
        treeExports,
    };
}
function exportTree(items, { memory, node, mark }, taken) {
    const names = {
        memory: freeName(`${TREE_EXPORT}memory`, taken),
        node: freeName(`${TREE_EXPORT}node`, taken),
        mark: freeName(`${TREE_EXPORT}mark`, taken),
    };
    items.name(names.memory).u8(EXPORT_MEMORY).u32(memory);
    items.name(names.node).u8(EXPORT_GLOBAL).u32(node);
    items.name(names.mark).u8(EXPORT_GLOBAL).u32(mark);
    return names;
}
function freeName(wanted, taken) {
    return taken.has(wanted) ? freeName(`${wanted}'`, taken) : wanted;
}
/**
 * Appends a function that calls the start function, as Wasmtime does since release 46, and makes it the start.
 *
 * @param facts - the module; it has a start function
 * @param replacements - receives the new start section
 * @param parts - globals, whether they are cached in a local, appended types and functions, and where the body goes
 * @returns index of the new function
 */
function addStart(facts, replacements, parts) {
    const index = parts.functions.add(parts.types.empty());
    replacements.set(sections/* SECTION */.wn.start, new encoder/* ByteWriter */.U7().u32(index));
    const { target, globals, cached } = parts;
    const out = target.body.clear();
    const emitter = new FuelEmitter(facts.bytes, 0, { out, globals, firstLocal: 0, cached });
    emitter.enter();
    emitter.pending = 1;
    emitter.flushAndSave();
    out.u8(fuel_sections_CALL).u32(facts.start ?? 0);
    emitter.load();
    emitter.save();
    out.u8(END);
    target.head.clear().u32(emitter.added.length);
    for (const type of emitter.added)
        target.head.u8(1).u8(type);
    appendBody(target);
    return index;
}

// EXTERNAL MODULE: ./lib/wasm/walk-operators.js
var walk_operators = __nccwpck_require__(5483);
;// CONCATENATED MODULE: ./lib/wasm/functions/track-calls.js









const track_calls_PAGE_BYTES = 65_536;
const HAS_MAXIMUM = 1;
const HANDLERS = new Set(["try", "try_table"].map(opcodes/* placeNamed */.d0));
/**
 * Places a tree of calls beside what a module has: behind its memories, and behind the three globals of the fuel pass.
 *
 * @param facts - the module
 * @param appended - index of the first of the two appended functions, lookup and entry
 * @returns indices and addresses
 */
function placeTree(facts, appended) {
    const node = facts.globals.length + 3;
    return {
        memory: facts.memories.length,
        node,
        mark: node + 1,
        next: node + 2,
        lookup: appended,
        entry: appended + 1,
        imported: facts.importedFunctions,
        flatEnd: tree_layout/* FLAT */.ex + facts.bodies.length * tree_layout/* NODE */.NW.BYTES,
    };
}
/**
 * Makes what writes the tracking into functions.
 *
 * @param facts - the module
 * @param tree - its tree
 * @param fuel - index of the fuel global
 * @returns makes the tracker of one function, by its index
 */
function trackCalls(facts, tree, fuel) {
    const handling = functionsThatCatch(facts);
    return (index, emitter) => new CallTracker(emitter, tree, { index, handles: handling.has(index), fuel });
}
function functionsThatCatch(facts) {
    const handling = new Set();
    for (const body of facts.bodies)
        (0,walk_operators/* walkOperators */.F)(facts.bytes, body, (place) => {
            if (HANDLERS.has(place))
                handling.add(body.index);
        });
    return handling;
}
/**
 * Appends a tree's memory, and the bodies of its lookup and its entry.
 *
 * @param facts - the module
 * @param replacements - receives the extended memory section
 * @param tree - the tree
 * @param target - receives the bodies
 * @returns nothing
 */
function addTree(facts, replacements, tree, target) {
    const pages = Math.ceil(tree.flatEnd / track_calls_PAGE_BYTES) + 1;
    const items = new encoder/* ByteWriter */.U7()
        .u8(HAS_MAXIMUM)
        .u32(pages)
        .u32(pages + tree_layout/* TREE_PAGES */.Ch);
    appendToVector(facts, replacements, { id: sections/* SECTION */.wn.memory, items, count: 1 });
    target.head.clear();
    writeLookup(target.body.clear(), tree);
    appendBody(target);
    writeEntry(target.body.clear(), tree, facts.globals.length);
    appendBody(target);
}

// EXTERNAL MODULE: ./lib/wasm/read-module.js + 4 modules
var read_module = __nccwpck_require__(1782);
;// CONCATENATED MODULE: ./lib/wasm/fuel.js











/** Initial budget: more than any run spends. */
const UNLIMITED_FUEL = 2n ** 63n - 1n;
/**
 * Rewrites a module so that it counts on any engine the fuel Wasmtime would consume.
 *
 * @param bytes - the module; not modified
 * @param options - profile, mode, changed operator costs, and the engine's validation
 * @returns the module with its budget unlimited, and the names of the exports that control it
 * @throws WasmFormatError when the module is not valid, or an operator is unknown (named with its offset)
 * @throws EngineLimitError when the engine takes the module as it is, and not with the code that counts
 * @throws RangeError when a cost names an unknown operator or is no integer from 0 to 255
 * @see docs/fuel.md
 */
function instrumentFuel(bytes, options) {
    const costs = operatorCosts(options.cost);
    // First of all: an appended global could make an invalid module valid that names it, and refill its own budget.
    if (!options.validate(bytes))
        throw new wasm_reader/* WasmFormatError */.K("the engine refuses the module as invalid", 0);
    const facts = (0,read_module/* readModule */.b)(bytes);
    const fuel = facts.globals.length;
    const results = createResultTypes(facts);
    const rules = FUEL_RULES[options.profile];
    const functions = createAppendedFunctions(facts);
    const tree = options.functions === true ? appendTree(facts, functions, results) : null;
    const context = {
        facts,
        globals: { fuel, exhausted: fuel + 1, stash: fuel + 2 },
        rules,
        costs,
        mode: options.mode,
        memoryBytes: facts.memories.map(largestBytes),
        findConstants: createConstantSearch(facts),
        writeResults: results.write,
        ...(tree === null ? {} : { track: trackCalls(facts, tree, fuel) }),
    };
    const target = {
        code: new encoder/* ByteWriter */.U7(facts.bytes.length * 2),
        head: new encoder/* ByteWriter */.U7(),
        body: new encoder/* ByteWriter */.U7(),
    };
    for (const body of facts.bodies)
        rewriteBody(context, body, target);
    const replacements = new Map();
    if (tree !== null)
        addTree(facts, replacements, tree, target);
    const inSection = addGlobals(facts, replacements, tree);
    let { start } = facts;
    if (rules.chargesStart && start !== null) {
        const cached = options.mode === "wasmtime";
        start = addStart(facts, replacements, {
            globals: context.globals,
            cached,
            types: results,
            functions,
            target,
        });
    }
    const deferred = options.deferStart === true ? start : null;
    const { treeExports, ...names } = addFuelExports(facts, replacements, {
        fuel,
        start: deferred,
        tree,
    });
    functions.addTo(replacements);
    const bodies = facts.bodies.length + functions.count();
    if (bodies > 0)
        replacements.set(sections/* SECTION */.wn.code, codeSection(target.code, bodies));
    results.addTo(replacements);
    const rebuilt = rebuildModule(facts, replacements);
    const globals = rebuilt.contentStarts.get(sections/* SECTION */.wn.global) ?? 0;
    const made = { bytes: rebuilt.bytes, ...names, budgetOffset: globals + inSection.budget };
    if (treeExports === null || inSection.mark === null)
        return made;
    const markOffset = globals + inSection.mark;
    const counts = { functions: facts.bodies.length, imported: facts.importedFunctions };
    return { ...made, tree: { ...treeExports, markOffset, ...counts, source: bytes } };
}
/**
 * Gives an instrumented module another initial budget, so that its start function is bounded too.
 *
 * @param module - from {@link instrumentFuel}; not modified
 * @param budget - fuel units, 0 to 2^63 - 1
 * @returns the module's bytes with that budget
 */
function withBudget(module, budget) {
    const bytes = module.bytes.slice();
    const offsets = [module.budgetOffset, ...(module.tree ? [module.tree.markOffset] : [])];
    for (let index = 0; index < 10; index += 1) {
        const digit = Number((budget >> BigInt(7 * index)) & 127n);
        for (const offset of offsets)
            bytes[offset + index] = index < 9 ? digit | 128 : digit;
    }
    return bytes;
}
/** Its lookup and its entry are of one type. */
function appendTree(facts, functions, results) {
    const first = functions.add(results.lookup());
    functions.add(results.lookup());
    return placeTree(facts, first);
}
function codeSection(code, count) {
    return new encoder/* ByteWriter */.U7(code.length + 8).u32(count).raw(code.view());
}


/***/ }),

/***/ 9752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ collectProfile),
  Y: () => (/* binding */ instanceTree)
});

// EXTERNAL MODULE: ./lib/model/function-profile.js
var function_profile = __nccwpck_require__(9321);
// EXTERNAL MODULE: ./lib/wasm/read-module.js + 4 modules
var read_module = __nccwpck_require__(1782);
;// CONCATENATED MODULE: ./lib/wasm/functions/function-names.js
/** Longest name that is kept, in characters. */
const MAX_NAME = 4096;
/**
 * Finds what the functions of a module are called.
 *
 * @param facts - the module
 * @returns names as the module has them, mangled where a compiler did that, and exports; both hostile until escaped
 */
function functionNames(facts) {
    const exported = new Map();
    for (const { kind, index, name } of facts.exports)
        if (kind === "function" && !exported.has(index))
            exported.set(index, shortened(name));
    const names = [...facts.functionNames].filter(([, name]) => name !== "");
    return { names: new Map(names.map(([index, name]) => [index, shortened(name)])), exported };
}
function shortened(name) {
    return name.length <= MAX_NAME ? name : name.slice(0, MAX_NAME);
}

// EXTERNAL MODULE: ./lib/wasm/opcodes.js + 2 modules
var opcodes = __nccwpck_require__(3426);
// EXTERNAL MODULE: ./lib/wasm/walk-operators.js
var walk_operators = __nccwpck_require__(5483);
;// CONCATENATED MODULE: ./lib/wasm/functions/hash-body.js


/** How much of an operator's immediates is its own. */
const PART = { all: 0, none: 1, last: 2, constant: 3, block: 4 };
/** Indices that belong to the function itself. */
const LOCAL = /^(local\.|br|delegate$|rethrow$)/;
/** Operators whose second index, the last byte of their immediates at least, counts fields or elements. */
const COUNTS = /^(struct\.[gs]et|array\.new_fixed)/;
const PARTS = Uint8Array.from(opcodes/* OPERATOR_IMMEDIATES */.QR, (kind, place) => {
    const name = opcodes/* OPERATOR_NAMES */.KR[place] ?? "";
    if (kind === "index")
        return LOCAL.test(name) ? PART.all : PART.none;
    if (kind === "index2")
        return COUNTS.test(name) ? PART.last : PART.none;
    if (kind === "heap")
        return PART.none;
    if (kind === "block" || kind === "try-table")
        return PART.block;
    const isConstant = kind === "leb" || kind === "memarg" || kind === "bytes4" || kind === "bytes8";
    return isConstant ? PART.constant : PART.all;
});
const FNV_PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x5bd1e995];
const HEX = 16;
const HEX_DIGITS = 8;
/** Block types from here on are value types; below, or with a leading bit, they are indices. */
const EMPTY_BLOCK = 0x40;
const LARGEST_BYTE_TYPE = 0x7f;
/** A hash of 64 bits, which many thousand functions of a module do not share by chance. */
class Hash {
    high = SEEDS[0];
    low = SEEDS[1];
    add(value) {
        this.high = Math.imul(this.high ^ value, FNV_PRIME);
        this.low = Math.imul(this.low ^ value ^ (this.high >>> HEX_DIGITS), FNV_PRIME);
    }
    range(bytes, start, end) {
        for (let at = start; at < end; at += 1)
            this.add(bytes[at] ?? 0);
    }
    text() {
        return [this.high, this.low]
            .map((part) => (part >>> 0).toString(HEX).padStart(HEX_DIGITS, "0"))
            .join("");
    }
}
/**
 * Hashes what a function does.
 *
 * @param bytes - the module
 * @param body - where the function's body is in it
 * @returns hashes that are equal in two builds where only other things have moved
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
function hashBody(bytes, body) {
    const [exact, loose] = [new Hash(), new Hash()];
    const first = (0,walk_operators/* walkOperators */.F)(bytes, body, (place, { position }, end) => {
        exact.add(place);
        loose.add(place);
        const part = PARTS[place] ?? PART.all;
        const from = ownStart(part, bytes, { start: position, end });
        exact.range(bytes, from, end);
        if (part !== PART.constant)
            loose.range(bytes, from, end);
    });
    exact.range(bytes, body.start, first);
    loose.range(bytes, body.start, first);
    return { body: exact.text(), shape: loose.text() };
}
/** Where the part of immediates begins that is the function's own. */
function ownStart(part, bytes, { start, end }) {
    if (part === PART.none)
        return end;
    if (part === PART.last)
        return end - 1;
    if (part !== PART.block)
        return start;
    const type = bytes[start] ?? 0;
    return type >= EMPTY_BLOCK && type <= LARGEST_BYTE_TYPE ? start : end;
}

;// CONCATENATED MODULE: ./lib/wasm/functions/collect-profile.js




/** More ways than these are told by function alone. */
const MAX_NODES = 200_000;
/**
 * The tree of an instance, where it counts by function.
 *
 * @param meter - what controls its budget
 * @returns the tree, or nothing
 */
function instanceTree(meter) {
    return meter.source === null ? [] : [{ source: meter.source, nodes: meter.tree() }];
}
/**
 * Joins what the instances of a guest did to one profile: ways of the same functions are one, whichever instance took
 * them.
 *
 * @param trees - one for each instance
 * @returns the profile; its self fuel adds up to that of all trees
 */
function collectProfile(trees) {
    const collection = new Collection();
    for (const tree of trees)
        collection.add(tree);
    return { functions: collection.functions, nodes: collection.nodes };
}
class Collection {
    functions = [];
    nodes = [];
    modules = new Map();
    places = new Map();
    add({ source, nodes }) {
        const described = this.moduleOf(source);
        const placed = [];
        for (const { function: called, parent, calls, self } of nodes) {
            const isFunction = called >= 0;
            const own = isFunction ? described.place(called, this.functions) : called;
            const above = isFunction ? (placed[parent] ?? this.nodeOf(function_profile/* UNPLACED_NODE */.kj, -1)) : -1;
            const place = this.nodeOf(own, above);
            placed.push(place);
            const node = this.nodes[place];
            if (node === undefined)
                continue;
            node.calls += calls;
            node.self += self;
        }
    }
    moduleOf(source) {
        const known = this.modules.get(source) ?? new DescribedModule(source, this.modules.size);
        this.modules.set(source, known);
        return known;
    }
    nodeOf(own, parent) {
        const key = `${parent}>${own}`;
        const known = this.places.get(key);
        if (known !== undefined)
            return known;
        const isFull = this.nodes.length >= MAX_NODES && own >= 0;
        const unplaced = isFull ? this.nodeOf(function_profile/* UNPLACED_NODE */.kj, -1) : parent;
        if (unplaced !== parent)
            return this.nodeOf(own, unplaced);
        this.nodes.push({ function: own, parent, calls: 0, self: 0 });
        this.places.set(key, this.nodes.length - 1);
        return this.nodes.length - 1;
    }
}
/** A module with the functions of it that were called. */
class DescribedModule {
    facts;
    names;
    exported;
    number;
    places = new Map();
    constructor(source, number) {
        this.facts = (0,read_module/* readModule */.b)(source);
        const { names, exported } = functionNames(this.facts);
        this.names = names;
        this.exported = exported;
        this.number = number;
    }
    place(index, functions) {
        const known = this.places.get(index);
        if (known !== undefined)
            return known;
        const { facts } = this;
        const body = facts.bodies[index - facts.importedFunctions];
        const name = this.names.get(index) ?? this.exported.get(index);
        const hashes = body === undefined ? { body: "", shape: "" } : hashBody(facts.bytes, body);
        functions.push({
            name: name ?? `func[${index}]`,
            named: name !== undefined,
            exported: this.exported.get(index) ?? null,
            module: this.number,
            index,
            ...hashes,
        });
        this.places.set(index, functions.length - 1);
        return functions.length - 1;
    }
}


/***/ }),

/***/ 6479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ TREE_PAGES),
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   KG: () => (/* binding */ EDGE),
/* harmony export */   NW: () => (/* binding */ NODE),
/* harmony export */   Tn: () => (/* binding */ GROWTH_PAGES),
/* harmony export */   ex: () => (/* binding */ FLAT),
/* harmony export */   fV: () => (/* binding */ CACHE),
/* harmony export */   iZ: () => (/* binding */ CACHE_MASK),
/* harmony export */   pv: () => (/* binding */ REFUND)
/* harmony export */ });
/**
 * How an instrumented module keeps its tree of calls in a memory of its own. From the start: a cache from a parent and a
 * function to the node, the node of the host, the node of refunds, one node for each function where there is no room for
 * a tree, then nodes and edges as they are made.
 */
/** Bytes of one entry of the cache, and where its parts are. */
const CACHE = { BYTES: 16, KEY: 0, TARGET: 8, END: 16_384 };
/** Keeps an offset inside of the cache, at the beginning of an entry. */
const CACHE_MASK = CACHE.END - CACHE.BYTES;
/** Bytes of a node, and where its parts are: self fuel and calls (i64), function, parent and first edge (i32). */
const NODE = { BYTES: 32, SELF: 0, CALLS: 8, FUNCTION: 16, PARENT: 20, FIRST: 24 };
/** Bytes of an edge, and where its parts are: called function, its node and the next edge (i32). */
const EDGE = { BYTES: 16, FUNCTION: 0, TARGET: 4, NEXT: 8 };
/** Address of the node of whoever calls exports. */
const ROOT = CACHE.END;
/** Address of the node that holds what Wasmtime gives back. */
const REFUND = ROOT + NODE.BYTES;
/** Address of the first node for functions that find no room in the tree. */
const FLAT = REFUND + NODE.BYTES;
/** Pages a tree may grow by: 170,000 paths. */
const TREE_PAGES = 128;
/** Pages it grows by at a time. */
const GROWTH_PAGES = 16;


/***/ }),

/***/ 3675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kk: () => (/* binding */ skipExpression),
/* harmony export */   Tp: () => (/* binding */ readOperator),
/* harmony export */   ai: () => (/* binding */ skipImmediates)
/* harmony export */ });
/* harmony import */ var _opcodes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3426);
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6157);


const MEMARG_HAS_INDEX = 0x40;
const SKIP = {
    none: () => undefined,
    block: skipBlockType,
    index: (reader) => {
        reader.u32();
    },
    index2: (reader) => {
        reader.u32();
        reader.u32();
    },
    byte: (reader) => {
        reader.u8();
    },
    memarg: skipMemarg,
    "memarg-lane": (reader) => {
        skipMemarg(reader);
        reader.u8();
    },
    bytes16: (reader) => reader.skip(16),
    leb: (reader) => reader.skipLeb(),
    bytes4: (reader) => reader.skip(4),
    bytes8: (reader) => reader.skip(8),
    "br-table": (reader) => {
        for (let count = reader.u32() + 1; count > 0; count -= 1)
            reader.u32();
    },
    heap: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeapType */ .h1,
    select: (reader) => {
        for (let count = reader.u32(); count > 0; count -= 1)
            (0,_value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .skipValueType */ .$2)(reader);
    },
    "cast-branch": (reader) => {
        reader.u8();
        reader.u32();
        (0,_value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeapType */ .h1)(reader);
        (0,_value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeapType */ .h1)(reader);
    },
    "try-table": (reader) => {
        skipBlockType(reader);
        for (let count = reader.u32(); count > 0; count -= 1)
            skipCatch(reader);
    },
};
const SKIP_BY_PLACE = _opcodes_js__WEBPACK_IMPORTED_MODULE_0__/* .OPERATOR_IMMEDIATES */ .QR.map((kind) => kind === undefined ? undefined : SKIP[kind]);
/**
 * Reads an opcode and leaves the reader at its immediates.
 *
 * @param reader - positioned at an opcode
 * @returns the operator's place in the tables of opcodes.ts
 * @throws WasmFormatError naming opcode and offset when the operator is unknown
 */
function readOperator(reader) {
    const at = reader.position;
    const byte = reader.u8();
    if (byte < 0xfb) {
        if (SKIP_BY_PLACE[byte] !== undefined)
            return byte;
        throw unknownOpcode(reader, at, byte.toString(16));
    }
    const code = reader.u32();
    const place = (0,_opcodes_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(byte, code);
    if (place >= 0 && SKIP_BY_PLACE[place] !== undefined)
        return place;
    throw unknownOpcode(reader, at, `${byte.toString(16)} 0x${code.toString(16)}`);
}
/**
 * Steps over the immediates of an operator.
 *
 * @param reader - positioned after the opcode
 * @param place - what {@link readOperator} returned
 * @returns nothing; the reader stands at the next opcode
 * @throws WasmFormatError when the immediates are malformed
 */
function skipImmediates(reader, place) {
    SKIP_BY_PLACE[place]?.(reader);
}
/**
 * Steps over a constant expression, its `end` included.
 *
 * @param reader - positioned at the expression
 * @returns nothing; the reader stands after the expression
 * @throws WasmFormatError when an operator is unknown
 */
function skipExpression(reader) {
    for (;;) {
        const place = readOperator(reader);
        if (place === END)
            return;
        skipImmediates(reader, place);
    }
}
const END = 0x0b;
function skipBlockType(reader) {
    const byte = reader.peek();
    if (byte === 0x40)
        reader.u8();
    else if (byte < 0x40 || byte > 0x7f)
        reader.skipLeb();
    else
        (0,_value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .skipValueType */ .$2)(reader);
}
function skipMemarg(reader) {
    if (reader.u32() & MEMARG_HAS_INDEX)
        reader.u32();
    reader.skipLeb();
}
function skipCatch(reader) {
    const kind = reader.u8();
    if (kind > 3)
        throw reader.fail(`unknown catch clause ${kind}`);
    if (kind < 2)
        reader.u32();
    reader.u32();
}
function unknownOpcode(reader, at, code) {
    reader.position = at;
    return reader.fail(`unknown opcode 0x${code}`);
}


/***/ }),

/***/ 3966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ WASI_MODULE)
/* harmony export */ });
/* unused harmony exports needsOf, unprovidedImports */
/** Name under which WASI preview 1 is imported. */
const WASI_MODULE = "wasi_snapshot_preview1";
/** What JavaScript can make a table of. */
const ELEMENTS = (/* unused pure expression or super */ null && (["funcref", "externref"]));
/** Functions of WASI preview 1, as Node has them. */
const WASI_FUNCTIONS = new Set(`args_get args_sizes_get clock_res_get clock_time_get environ_get environ_sizes_get fd_advise fd_allocate fd_close fd_datasync fd_fdstat_get fd_fdstat_set_flags fd_fdstat_set_rights fd_filestat_get fd_filestat_set_size fd_filestat_set_times fd_pread fd_prestat_get fd_prestat_dir_name fd_pwrite fd_read fd_readdir fd_renumber fd_seek fd_sync fd_tell fd_write path_create_directory path_filestat_get path_filestat_set_times path_link path_open path_readlink path_remove_directory path_rename path_symlink path_unlink_file poll_oneoff proc_exit proc_raise random_get sched_yield sock_accept sock_recv sock_send sock_shutdown`.split(" "));
/** Functions for every guest: marks of the part that is measured, and what the shipped components call. */
const OWN_FUNCTIONS = new Set([
    "bench.start",
    "bench.end",
    "wasm-bench.increment",
    "wasm-bench.increment_async",
]);
/**
 * Reads from a module what its host can make by itself: WASI, and the memories and tables it declares as imports.
 *
 * @param facts - the module
 * @returns its needs, in the order of the imports
 */
function needsOf(facts) {
    const { imports } = facts;
    const of = (kind) => imports.filter((one) => one.kind === kind);
    return {
        wasi: imports.some(({ module }) => module === WASI_MODULE),
        memories: placed(of("memory"), facts.memories),
        tables: placed(of("table"), facts.tables).filter(({ element }) => ELEMENTS.includes(element)),
    };
}
/** Index spaces hold imports first. */
function placed(imports, types) {
    return imports.flatMap(({ module, name }, index) => {
        const type = types[index];
        return type === undefined ? [] : [{ module, name, ...type }];
    });
}
/**
 * The imports of a module that are there for no guest whose host is not a module of the user's.
 *
 * @param facts - the module
 * @returns imports that nobody provides, each once, in their order; WASI and plain memories and tables are provided
 */
function unprovidedImports(facts) {
    const needs = needsOf(facts);
    const made = new Set([...needs.memories, ...needs.tables].map(keyOf));
    const found = facts.imports.filter((one) => !isProvided(one, made));
    return [...new Map(found.map((one) => [`${one.kind} ${keyOf(one)}`, one])).values()];
}
function isProvided(one, made) {
    if (one.kind === "memory")
        return true;
    if (one.kind === "table")
        return made.has(keyOf(one));
    if (one.kind !== "function")
        return false;
    return one.module === WASI_MODULE
        ? WASI_FUNCTIONS.has(one.name)
        : OWN_FUNCTIONS.has(`${one.module}.${one.name}`);
}
function keyOf({ module, name }) {
    return JSON.stringify([module, name]);
}


/***/ }),

/***/ 3426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  rv: () => (/* binding */ OPERATOR_COUNT),
  QR: () => (/* binding */ OPERATOR_IMMEDIATES),
  KR: () => (/* binding */ OPERATOR_NAMES),
  OR: () => (/* binding */ OPERATOR_PLACES),
  d0: () => (/* binding */ placeNamed),
  $t: () => (/* binding */ placeOf)
});

;// CONCATENATED MODULE: ./lib/wasm/opcodes-core.js
/** Opcodes of one byte. */
const CORE_RUNS = [
    [0x00, "none", "unreachable nop"],
    [0x02, "block", "block loop if"],
    [0x05, "none", "else"],
    [0x06, "block", "try"],
    [0x07, "index", "catch throw rethrow"],
    [0x0a, "none", "throw_ref end"],
    [0x0c, "index", "br br_if"],
    [0x0e, "br-table", "br_table"],
    [0x0f, "none", "return"],
    [0x10, "index", "call"],
    [0x11, "index2", "call_indirect"],
    [0x12, "index", "return_call"],
    [0x13, "index2", "return_call_indirect"],
    [0x14, "index", "call_ref return_call_ref"],
    [0x18, "index", "delegate"],
    [0x19, "none", "catch_all drop select"],
    [0x1c, "select", "select_t"],
    [0x1f, "try-table", "try_table"],
    [0x20, "index", "local.get local.set local.tee global.get global.set table.get table.set"],
    [
        0x28,
        "memarg",
        "i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u",
    ],
    [0x30, "memarg", "i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u"],
    [
        0x36,
        "memarg",
        "i32.store i64.store f32.store f64.store i32.store8 i32.store16 i64.store8 i64.store16 i64.store32",
    ],
    [0x3f, "index", "memory.size memory.grow"],
    [0x41, "leb", "i32.const i64.const"],
    [0x43, "bytes4", "f32.const"],
    [0x44, "bytes8", "f64.const"],
    [
        0x45,
        "none",
        "i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u",
    ],
    [
        0x50,
        "none",
        "i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u",
    ],
    [
        0x5b,
        "none",
        "f32.eq f32.ne f32.lt f32.gt f32.le f32.ge f64.eq f64.ne f64.lt f64.gt f64.le f64.ge",
    ],
    [
        0x67,
        "none",
        "i32.clz i32.ctz i32.popcnt i32.add i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u",
    ],
    [0x71, "none", "i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr"],
    [
        0x79,
        "none",
        "i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u i64.rem_s i64.rem_u",
    ],
    [0x83, "none", "i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr"],
    [
        0x8b,
        "none",
        "f32.abs f32.neg f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt f32.add f32.sub f32.mul f32.div",
    ],
    [
        0x96,
        "none",
        "f32.min f32.max f32.copysign f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt",
    ],
    [0xa0, "none", "f64.add f64.sub f64.mul f64.div f64.min f64.max f64.copysign i32.wrap_i64"],
    [
        0xa8,
        "none",
        "i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u i64.extend_i32_s i64.extend_i32_u",
    ],
    [0xae, "none", "i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u"],
    [
        0xb2,
        "none",
        "f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64",
    ],
    [
        0xb7,
        "none",
        "f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32",
    ],
    [0xbc, "none", "i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64"],
    [0xc0, "none", "i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s"],
    [0xd0, "heap", "ref.null"],
    [0xd1, "none", "ref.is_null"],
    [0xd2, "index", "ref.func"],
    [0xd3, "none", "ref.eq ref.as_non_null"],
    [0xd5, "index", "br_on_null br_on_non_null"],
];
/** Opcodes after the prefix 0xfb: structures, arrays, casts. */
const GC_RUNS = [
    [0x00, "index", "struct.new struct.new_default"],
    [0x02, "index2", "struct.get struct.get_s struct.get_u struct.set"],
    [0x06, "index", "array.new array.new_default"],
    [0x08, "index2", "array.new_fixed array.new_data array.new_elem"],
    [0x0b, "index", "array.get array.get_s array.get_u array.set"],
    [0x0f, "none", "array.len"],
    [0x10, "index", "array.fill"],
    [0x11, "index2", "array.copy array.init_data array.init_elem"],
    [0x14, "heap", "ref.test ref.test_null ref.cast ref.cast_null"],
    [0x18, "cast-branch", "br_on_cast br_on_cast_fail"],
    [0x1a, "none", "any.convert_extern extern.convert_any ref.i31 i31.get_s i31.get_u"],
];
/** Opcodes after the prefix 0xfc: saturating truncation, bulk memory, tables. */
const NUMERIC_RUNS = [
    [0x00, "none", "i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u"],
    [0x04, "none", "i64.trunc_sat_f32_s i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u"],
    [0x08, "index2", "memory.init"],
    [0x09, "index", "data.drop"],
    [0x0a, "index2", "memory.copy"],
    [0x0b, "index", "memory.fill"],
    [0x0c, "index2", "table.init"],
    [0x0d, "index", "elem.drop"],
    [0x0e, "index2", "table.copy"],
    [0x0f, "index", "table.grow table.size table.fill"],
];

;// CONCATENATED MODULE: ./lib/wasm/opcodes-vector.js
const COMPARISONS = "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u";
const FLOAT_COMPARISONS = "eq ne lt gt le ge";
const FLOAT_ARITHMETIC = "sqrt add sub mul div min max pmin pmax";
function of(shape, names) {
    return names.replaceAll(/[^ ]+/g, (name) => (name === "-" ? name : `${shape}.${name}`));
}
/** Opcodes after the prefix 0xfd: 128-bit vectors and their relaxed variants. */
const VECTOR_RUNS = [
    [
        0x00,
        "memarg",
        of("v128", "load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u"),
    ],
    [0x07, "memarg", of("v128", "load8_splat load16_splat load32_splat load64_splat store")],
    [0x0c, "bytes16", "v128.const i8x16.shuffle"],
    [
        0x0e,
        "none",
        "i8x16.swizzle i8x16.splat i16x8.splat i32x4.splat i64x2.splat f32x4.splat f64x2.splat",
    ],
    [0x15, "byte", of("i8x16", "extract_lane_s extract_lane_u replace_lane")],
    [0x18, "byte", of("i16x8", "extract_lane_s extract_lane_u replace_lane")],
    [0x1b, "byte", "i32x4.extract_lane i32x4.replace_lane i64x2.extract_lane i64x2.replace_lane"],
    [0x1f, "byte", "f32x4.extract_lane f32x4.replace_lane f64x2.extract_lane f64x2.replace_lane"],
    [0x23, "none", of("i8x16", COMPARISONS)],
    [0x2d, "none", of("i16x8", COMPARISONS)],
    [0x37, "none", of("i32x4", COMPARISONS)],
    [0x41, "none", of("f32x4", FLOAT_COMPARISONS)],
    [0x47, "none", of("f64x2", FLOAT_COMPARISONS)],
    [0x4d, "none", of("v128", "not and andnot or xor bitselect any_true")],
    [0x54, "memarg-lane", of("v128", "load8_lane load16_lane load32_lane load64_lane")],
    [0x58, "memarg-lane", of("v128", "store8_lane store16_lane store32_lane store64_lane")],
    [0x5c, "memarg", of("v128", "load32_zero load64_zero")],
    [0x5e, "none", "f32x4.demote_f64x2_zero f64x2.promote_low_f32x4"],
    [0x60, "none", of("i8x16", "abs neg popcnt all_true bitmask narrow_i16x8_s narrow_i16x8_u")],
    [0x67, "none", of("f32x4", "ceil floor trunc nearest")],
    [0x6b, "none", of("i8x16", "shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u")],
    [
        0x74,
        "none",
        "f64x2.ceil f64x2.floor i8x16.min_s i8x16.min_u i8x16.max_s i8x16.max_u f64x2.trunc i8x16.avgr_u",
    ],
    [0x7c, "none", "i16x8.extadd_pairwise_i8x16_s i16x8.extadd_pairwise_i8x16_u"],
    [0x7e, "none", "i32x4.extadd_pairwise_i16x8_s i32x4.extadd_pairwise_i16x8_u"],
    [
        0x80,
        "none",
        of("i16x8", "abs neg q15mulr_sat_s all_true bitmask narrow_i32x4_s narrow_i32x4_u"),
    ],
    [
        0x87,
        "none",
        of("i16x8", "extend_low_i8x16_s extend_high_i8x16_s extend_low_i8x16_u extend_high_i8x16_u"),
    ],
    [0x8b, "none", of("i16x8", "shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u")],
    [0x94, "none", "f64x2.nearest"],
    [0x95, "none", of("i16x8", "mul min_s min_u max_s max_u - avgr_u")],
    [
        0x9c,
        "none",
        of("i16x8", "extmul_low_i8x16_s extmul_high_i8x16_s extmul_low_i8x16_u extmul_high_i8x16_u"),
    ],
    [0xa0, "none", of("i32x4", "abs neg - all_true bitmask")],
    [
        0xa7,
        "none",
        of("i32x4", "extend_low_i16x8_s extend_high_i16x8_s extend_low_i16x8_u extend_high_i16x8_u"),
    ],
    [
        0xab,
        "none",
        of("i32x4", "shl shr_s shr_u add - - sub - - - mul min_s min_u max_s max_u dot_i16x8_s"),
    ],
    [
        0xbc,
        "none",
        of("i32x4", "extmul_low_i16x8_s extmul_high_i16x8_s extmul_low_i16x8_u extmul_high_i16x8_u"),
    ],
    [0xc0, "none", of("i64x2", "abs neg - all_true bitmask")],
    [
        0xc7,
        "none",
        of("i64x2", "extend_low_i32x4_s extend_high_i32x4_s extend_low_i32x4_u extend_high_i32x4_u"),
    ],
    [0xcb, "none", of("i64x2", "shl shr_s shr_u add - - sub - - - mul eq ne lt_s gt_s le_s ge_s")],
    [
        0xdc,
        "none",
        of("i64x2", "extmul_low_i32x4_s extmul_high_i32x4_s extmul_low_i32x4_u extmul_high_i32x4_u"),
    ],
    [0xe0, "none", of("f32x4", `abs neg - ${FLOAT_ARITHMETIC}`)],
    [0xec, "none", of("f64x2", `abs neg - ${FLOAT_ARITHMETIC}`)],
    [
        0xf8,
        "none",
        "i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u f32x4.convert_i32x4_s f32x4.convert_i32x4_u",
    ],
    [0xfc, "none", "i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero"],
    [0xfe, "none", "f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u"],
    [0x100, "none", "i8x16.relaxed_swizzle i32x4.relaxed_trunc_f32x4_s i32x4.relaxed_trunc_f32x4_u"],
    [0x103, "none", "i32x4.relaxed_trunc_f64x2_s_zero i32x4.relaxed_trunc_f64x2_u_zero"],
    [0x105, "none", "f32x4.relaxed_madd f32x4.relaxed_nmadd f64x2.relaxed_madd f64x2.relaxed_nmadd"],
    [
        0x109,
        "none",
        "i8x16.relaxed_laneselect i16x8.relaxed_laneselect i32x4.relaxed_laneselect i64x2.relaxed_laneselect",
    ],
    [0x10d, "none", "f32x4.relaxed_min f32x4.relaxed_max f64x2.relaxed_min f64x2.relaxed_max"],
    [
        0x111,
        "none",
        "i16x8.relaxed_q15mulr_s i16x8.relaxed_dot_i8x16_i7x16_s i32x4.relaxed_dot_i8x16_i7x16_add_s",
    ],
];
const WIDTHS = "i32.atomic.$ i64.atomic.$ i32.atomic.$8_u i32.atomic.$16_u i64.atomic.$8_u i64.atomic.$16_u i64.atomic.$32_u";
const MODIFY = `i32.atomic.rmw.$ i64.atomic.rmw.$ i32.atomic.rmw8.$_u i32.atomic.rmw16.$_u
  i64.atomic.rmw8.$_u i64.atomic.rmw16.$_u i64.atomic.rmw32.$_u`.replaceAll(/\s+/g, " ");
function modify(operation) {
    return MODIFY.replaceAll("$", operation);
}
/** Opcodes after the prefix 0xfe: atomic accesses. */
const ATOMIC_RUNS = [
    [0x00, "memarg", "memory.atomic.notify memory.atomic.wait32 memory.atomic.wait64"],
    [0x03, "byte", "atomic.fence"],
    [0x10, "memarg", WIDTHS.replaceAll("$", "load")],
    [0x17, "memarg", WIDTHS.replaceAll("$", "store").replaceAll("_u", "")],
    [0x1e, "memarg", modify("add")],
    [0x25, "memarg", modify("sub")],
    [0x2c, "memarg", modify("and")],
    [0x33, "memarg", modify("or")],
    [0x3a, "memarg", modify("xor")],
    [0x41, "memarg", modify("xchg")],
    [0x48, "memarg", modify("cmpxchg")],
];

;// CONCATENATED MODULE: ./lib/wasm/opcodes.js


/**
 * An operator's place in the flat tables: its opcode when it has one byte, else the base of its prefix plus the rest.
 */
const BASES = { gc: 0x100, numeric: 0x140, vector: 0x180, atomic: 0x2a0 };
/** Length of every table indexed by an operator's place. */
const OPERATOR_COUNT = 0x300;
const LIMITS = new Map([
    [0xfb, [BASES.gc, BASES.numeric - BASES.gc]],
    [0xfc, [BASES.numeric, BASES.vector - BASES.numeric]],
    [0xfd, [BASES.vector, BASES.atomic - BASES.vector]],
    [0xfe, [BASES.atomic, OPERATOR_COUNT - BASES.atomic]],
]);
/** Name of each operator by place; undefined where there is none. */
const OPERATOR_NAMES = tabulate((_, name) => name);
/** Immediates of each operator by place; undefined where there is none. */
const OPERATOR_IMMEDIATES = tabulate((immediate) => immediate);
/** Place of each operator by name. */
const OPERATOR_PLACES = new Map(OPERATOR_NAMES.flatMap((name, place) => name === undefined ? [] : [[name, place]]));
/**
 * Finds the place of an operator behind a prefix byte.
 *
 * @param prefix - first byte of the opcode, 0xfb to 0xfe
 * @param code - the number after the prefix
 * @returns the place in the tables, or -1 when there is no such operator
 */
function placeOf(prefix, code) {
    const range = LIMITS.get(prefix);
    return range !== undefined && code < range[1] ? range[0] + code : -1;
}
/**
 * Finds the place of a named operator.
 *
 * @param name - operator name as in the text format, such as `i32.add`
 * @returns its place in the tables
 * @throws RangeError when there is no operator of this name
 */
function placeNamed(name) {
    const place = OPERATOR_PLACES.get(name);
    if (place === undefined)
        throw new RangeError(`unknown operator: ${name}`);
    return place;
}
function tabulate(pick) {
    const table = new Array(OPERATOR_COUNT).fill(undefined);
    const groups = [
        [0, CORE_RUNS],
        [BASES.gc, GC_RUNS],
        [BASES.numeric, NUMERIC_RUNS],
        [BASES.vector, VECTOR_RUNS],
        [BASES.atomic, ATOMIC_RUNS],
    ];
    for (const [base, runs] of groups) {
        for (const [first, immediate, names] of runs) {
            for (const [index, name] of names.split(" ").entries()) {
                if (name !== "-")
                    table[base + first + index] = pick(immediate, name);
            }
        }
    }
    return table;
}


/***/ }),

/***/ 1782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ readModule)
});

// EXTERNAL MODULE: ./lib/wasm/instructions.js
var instructions = __nccwpck_require__(3675);
// EXTERNAL MODULE: ./lib/wasm/sections.js + 1 modules
var wasm_sections = __nccwpck_require__(5790);
// EXTERNAL MODULE: ./lib/wasm/value-types.js
var value_types = __nccwpck_require__(6157);
;// CONCATENATED MODULE: ./lib/wasm/module-entities.js



const KINDS = ["function", "table", "memory", "global", "tag"];
const TABLE_WITH_INITIALIZER = 0x40;
/**
 * Reads the index spaces of a module.
 *
 * @param open - gives a reader at the contents of a section by id, or null when the section is absent
 * @param types - the module's types, to print signatures
 * @returns imports, exports and the index spaces
 * @throws WasmFormatError when a section is malformed
 */
function readEntities(open, types) {
    const spaces = {
        imports: [],
        functions: [],
        tables: [],
        memories: [],
        globals: [],
        tags: [],
    };
    const each = (id, read) => {
        const reader = open(id);
        reader?.vector(() => read(reader));
    };
    each(wasm_sections/* SECTION */.wn.import, (reader) => readImport(reader, spaces, types));
    const importedFunctions = spaces.functions.length;
    each(wasm_sections/* SECTION */.wn.function, (reader) => spaces.functions.push(reader.u32()));
    each(wasm_sections/* SECTION */.wn.table, (reader) => spaces.tables.push(readTableDefinition(reader)));
    each(wasm_sections/* SECTION */.wn.memory, (reader) => spaces.memories.push(readLimits(reader)));
    each(wasm_sections/* SECTION */.wn.tag, (reader) => spaces.tags.push(readTag(reader)));
    each(wasm_sections/* SECTION */.wn.global, (reader) => {
        spaces.globals.push(readGlobalType(reader));
        (0,instructions/* skipExpression */.Kk)(reader);
    });
    const exports = [];
    each(wasm_sections/* SECTION */.wn.export, (reader) => {
        exports.push({ name: reader.name(), kind: readKind(reader), index: reader.u32() });
    });
    return { ...spaces, exports, importedFunctions };
}
function readImport(reader, spaces, types) {
    const module = reader.name();
    const name = reader.name();
    const kind = readKind(reader);
    spaces.imports.push({ module, name, kind, type: IMPORTS[kind](reader, spaces, types) });
}
const IMPORTS = {
    function: importFunction,
    table: importTable,
    memory: importMemory,
    global: importGlobal,
    tag: importTag,
};
function importFunction(reader, spaces, types) {
    const index = reader.u32();
    spaces.functions.push(index);
    return describeFunction(types[index]);
}
function importTable(reader, spaces) {
    const table = readTable(reader);
    spaces.tables.push(table);
    return `table ${describeLimits(table)} ${table.element}`;
}
function importMemory(reader, spaces) {
    const memory = readLimits(reader);
    spaces.memories.push(memory);
    return `memory ${describeLimits(memory)}`;
}
function importGlobal(reader, spaces) {
    const global = readGlobalType(reader);
    spaces.globals.push(global);
    return `global ${global.mutable ? `(mut ${global.type})` : global.type}`;
}
function importTag(reader, spaces, types) {
    const index = readTag(reader);
    spaces.tags.push(index);
    return `tag ${describeFunction(types[index])}`;
}
function describeFunction(type) {
    return type?.kind === "function"
        ? `(${type.params.join(", ")}) -> (${type.results.join(", ")})`
        : "unknown";
}
function describeLimits({ min, max, shared, is64 }) {
    return `${is64 ? "i64 " : ""}${min}..${max ?? ""}${shared ? " shared" : ""}`;
}
function readKind(reader) {
    const kind = KINDS[reader.peek()];
    if (kind === undefined)
        throw reader.fail(`unknown kind ${reader.peek()} of import or export`);
    reader.u8();
    return kind;
}
function readLimits(reader) {
    const flags = reader.u8();
    if (flags > 7)
        throw reader.fail(`unknown limits flags ${flags}`);
    const min = reader.u64();
    const max = flags & 1 ? reader.u64() : null;
    return { min, max, shared: (flags & 2) !== 0, is64: (flags & 4) !== 0 };
}
function readTable(reader) {
    const element = (0,value_types/* readValueType */.mJ)(reader);
    return { element, ...readLimits(reader) };
}
function readTableDefinition(reader) {
    if (reader.peek() !== TABLE_WITH_INITIALIZER)
        return readTable(reader);
    reader.skip(2);
    const table = readTable(reader);
    (0,instructions/* skipExpression */.Kk)(reader);
    return table;
}
function readGlobalType(reader) {
    const type = (0,value_types/* readValueType */.mJ)(reader);
    return { type, mutable: (reader.u8() & 1) === 1 };
}
function readTag(reader) {
    reader.u8();
    return reader.u32();
}

;// CONCATENATED MODULE: ./lib/wasm/module-segments.js


const PASSIVE = 1;
const EXPLICIT = 2;
const EXPRESSIONS = 4;
/**
 * Reads where the function bodies are.
 *
 * @param reader - positioned at the contents of the code section
 * @param importedFunctions - number of imported functions, which come first in the index space
 * @returns body ranges without their length prefix, in index order
 * @throws WasmFormatError when a body overruns the section
 */
function readBodies(reader, importedFunctions) {
    return reader.vector((position) => {
        const size = reader.u32();
        const start = reader.position;
        reader.skip(size);
        return { index: importedFunctions + position, start, end: start + size };
    });
}
/**
 * Reads the data segments.
 *
 * @param reader - positioned at the contents of the data section
 * @returns segments with the size of their data in bytes
 * @throws WasmFormatError when a segment is malformed
 */
function readDataSegments(reader) {
    return reader.vector(() => {
        const start = reader.position;
        const flags = reader.u32();
        if (flags > EXPLICIT)
            throw reader.fail(`unknown data segment kind ${flags}`);
        if (flags & EXPLICIT)
            reader.u32();
        if (flags !== PASSIVE)
            (0,instructions/* skipExpression */.Kk)(reader);
        const size = reader.u32();
        reader.skip(size);
        return { mode: flags === PASSIVE ? "passive" : "active", size, start, end: reader.position };
    });
}
/**
 * Reads the element segments.
 *
 * @param reader - positioned at the contents of the element section
 * @returns segments with their number of elements as size
 * @throws WasmFormatError when a segment is malformed
 */
function readElementSegments(reader) {
    return reader.vector(() => {
        const start = reader.position;
        const flags = reader.u32();
        if (flags > 7)
            throw reader.fail(`unknown element segment kind ${flags}`);
        skipElementHeader(reader, flags);
        const size = reader.vector(() => skipElement(reader, flags)).length;
        return { mode: elementMode(flags), size, start, end: reader.position };
    });
}
function elementMode(flags) {
    if ((flags & PASSIVE) === 0)
        return "active";
    return flags & EXPLICIT ? "declared" : "passive";
}
/** Table, offset and type of an element segment, as far as its flags say that they are there. */
function skipElementHeader(reader, flags) {
    const active = (flags & PASSIVE) === 0;
    if (active && flags & EXPLICIT)
        reader.u32();
    if (active)
        (0,instructions/* skipExpression */.Kk)(reader);
    if ((flags & (PASSIVE | EXPLICIT)) === 0)
        return;
    if (flags & EXPRESSIONS)
        (0,value_types/* readValueType */.mJ)(reader);
    else
        reader.u8();
}
function skipElement(reader, flags) {
    if (flags & EXPRESSIONS)
        (0,instructions/* skipExpression */.Kk)(reader);
    else
        reader.u32();
}

// EXTERNAL MODULE: ./lib/wasm/reader.js
var reader = __nccwpck_require__(393);
;// CONCATENATED MODULE: ./lib/wasm/name-section.js

const FUNCTION_NAMES = 1;
/**
 * Reads the function names of the name section.
 *
 * @param bytes - the module
 * @param sections - its sections
 * @returns names by function index; empty without a name section, and a damaged one (which an engine ignores too) counts as none
 * @throws nothing a module can cause
 */
function readFunctionNames(bytes, sections) {
    const names = new Map();
    const section = sections.find((candidate) => candidate.name === "custom:name");
    if (section === undefined)
        return names;
    try {
        readSubsections(new reader/* ByteReader */.k(bytes, section.contentStart, section.end), names);
    }
    catch (error) {
        if (!(error instanceof reader/* WasmFormatError */.K))
            throw error;
        names.clear();
    }
    return names;
}
function readSubsections(reader, names) {
    while (!reader.done) {
        const id = reader.u8();
        const size = reader.u32();
        if (id === FUNCTION_NAMES) {
            reader.vector(() => names.set(reader.u32(), reader.name()));
        }
        else {
            reader.skip(size);
        }
    }
}

;// CONCATENATED MODULE: ./lib/wasm/type-section.js

const REC = 0x4e;
const SUB = 0x50;
const SUB_FINAL = 0x4f;
/**
 * Reads the type section; recursive groups are flattened into the index space.
 *
 * @param reader - positioned at the section's contents
 * @returns the types by index
 * @throws WasmFormatError when a type is unknown
 */
function readTypes(reader) {
    const types = [];
    for (let count = reader.u32(); count > 0; count -= 1) {
        if (reader.peek() === REC) {
            reader.u8();
            types.push(...reader.vector(() => readSubtype(reader)));
        }
        else {
            types.push(readSubtype(reader));
        }
    }
    return types;
}
function readSubtype(reader) {
    const form = reader.peek();
    if (form === SUB || form === SUB_FINAL) {
        reader.u8();
        reader.vector(() => reader.u32());
    }
    return readComposite(reader);
}
function readComposite(reader) {
    const form = reader.u8();
    if (form === 0x60)
        return readFunction(reader);
    if (form === 0x5f)
        return { kind: "struct", fields: reader.vector(() => (0,value_types/* readFieldType */.XI)(reader)) };
    if (form === 0x5e)
        return { kind: "array", fields: [(0,value_types/* readFieldType */.XI)(reader)] };
    reader.position -= 1;
    throw reader.fail(`unknown type form 0x${form.toString(16)}`);
}
function readFunction(reader) {
    const params = reader.vector(() => (0,value_types/* readValueType */.mJ)(reader));
    const resultsStart = reader.position;
    const results = reader.vector(() => (0,value_types/* readValueType */.mJ)(reader));
    return { kind: "function", params, results, resultsStart, resultsEnd: reader.position };
}

;// CONCATENATED MODULE: ./lib/wasm/read-module.js






/**
 * Decodes a core module into facts. It does not validate: an engine does that.
 *
 * @param bytes - the module; kept by reference
 * @returns its sections, types, imports, exports, limits, bodies, segments and names
 * @throws WasmFormatError naming the offset when the bytes cannot be read
 */
function readModule(bytes) {
    const sections = (0,wasm_sections/* readSections */.jn)(bytes);
    const open = (id) => {
        const section = sections.find((candidate) => candidate.id === id);
        return section === undefined ? null : new reader/* ByteReader */.k(bytes, section.contentStart, section.end);
    };
    const types = inSection(open(wasm_sections/* SECTION */.wn.type), readTypes) ?? [];
    const entities = readEntities(open, types);
    const bodies = inSection(open(wasm_sections/* SECTION */.wn.code), (reader) => readBodies(reader, entities.importedFunctions)) ?? [];
    if (bodies.length !== entities.functions.length - entities.importedFunctions) {
        throw new reader/* WasmFormatError */.K("function and code section disagree", bytes.length);
    }
    return {
        bytes,
        sections,
        types,
        ...entities,
        start: inSection(open(wasm_sections/* SECTION */.wn.start), (reader) => reader.u32()),
        bodies,
        elements: inSection(open(wasm_sections/* SECTION */.wn.element), readElementSegments) ?? [],
        data: inSection(open(wasm_sections/* SECTION */.wn.data), readDataSegments) ?? [],
        functionNames: readFunctionNames(bytes, sections),
    };
}
function inSection(reader, read) {
    return reader === null ? null : read(reader);
}


/***/ }),

/***/ 393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ WasmFormatError),
/* harmony export */   k: () => (/* binding */ ByteReader)
/* harmony export */ });
/** Bytes that are no WebAssembly module we understand; names where. */
class WasmFormatError extends Error {
    /** Offset from the start of the file at which reading failed, in bytes. */
    offset;
    constructor(problem, offset) {
        super(`${problem} at offset ${offset} (0x${offset.toString(16)})`);
        this.name = "WasmFormatError";
        this.offset = offset;
    }
}
const TEXT = new TextDecoder("utf-8");
/** Reads little-endian and LEB128 values from bytes; every failure names its offset. */
class ByteReader {
    bytes;
    /** Offset of the next byte. */
    position;
    /** Offset after the last byte that may be read. */
    end;
    constructor(bytes, position = 0, end = bytes.length) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }
    get done() {
        return this.position >= this.end;
    }
    /**
     * Reads one byte.
     *
     * @returns the byte, 0 to 255
     * @throws WasmFormatError at the end of the range
     */
    u8() {
        const value = this.bytes[this.position];
        if (value === undefined || this.position >= this.end)
            throw this.fail("unexpected end");
        this.position += 1;
        return value;
    }
    /**
     * Reads one byte without stepping over it.
     *
     * @returns the byte, 0 to 255
     * @throws WasmFormatError at the end of the range
     */
    peek() {
        const value = this.bytes[this.position];
        if (value === undefined || this.position >= this.end)
            throw this.fail("unexpected end");
        return value;
    }
    /**
     * Reads an unsigned LEB128 number of up to 32 bits.
     *
     * @returns the number
     * @throws WasmFormatError when it is longer or cut off
     */
    u32() {
        const first = this.u8();
        return first < 128 ? first : this.longU32(first);
    }
    longU32(first) {
        let value = first & 127;
        for (let shift = 7; shift < 35; shift += 7) {
            const byte = this.u8();
            value += (byte & 127) * 2 ** shift;
            if (byte < 128)
                return value;
        }
        throw this.fail("LEB128 number longer than 32 bits");
    }
    /**
     * Reads a signed LEB128 number of up to 33 bits (constants, block types, heap types).
     *
     * @returns the number
     * @throws WasmFormatError when it is longer or cut off
     */
    s33() {
        let value = 0;
        for (let shift = 0; shift < 35; shift += 7) {
            const byte = this.u8();
            value += (byte & 127) * 2 ** shift;
            if (byte < 128)
                return byte & 64 ? value - 2 ** (shift + 7) : value;
        }
        throw this.fail("LEB128 number longer than 33 bits");
    }
    /**
     * Reads an unsigned LEB128 number of up to 64 bits.
     *
     * @returns the number, exact below 2^53, which no real limit or offset exceeds
     * @throws WasmFormatError when it is longer or cut off
     */
    u64() {
        let value = 0;
        for (let shift = 0; shift < 70; shift += 7) {
            const byte = this.u8();
            value += (byte & 127) * 2 ** shift;
            if (byte < 128)
                return value;
        }
        throw this.fail("LEB128 number longer than 64 bits");
    }
    /**
     * Reads a signed LEB128 number of up to 64 bits.
     *
     * @returns the exact number
     * @throws WasmFormatError when it is longer or cut off
     */
    s64() {
        let value = 0n;
        for (let shift = 0n; shift < 70n; shift += 7n) {
            const byte = this.u8();
            value |= BigInt(byte & 127) << shift;
            if (byte < 128)
                return BigInt.asIntN(64, byte & 64 ? value - (1n << (shift + 7n)) : value);
        }
        throw this.fail("LEB128 number longer than 64 bits");
    }
    /**
     * Steps over a LEB128 number of any width.
     *
     * @throws WasmFormatError when it is longer than 64 bits or cut off
     */
    skipLeb() {
        for (let count = 0; count < 10; count += 1)
            if (this.u8() < 128)
                return;
        throw this.fail("LEB128 number longer than 64 bits");
    }
    /**
     * Steps over bytes.
     *
     * @param count - how many
     * @throws WasmFormatError when fewer are left
     */
    skip(count) {
        if (this.position + count > this.end)
            throw this.fail("unexpected end");
        this.position += count;
    }
    /**
     * Takes the next bytes.
     *
     * @param count - how many
     * @returns a view of them
     * @throws WasmFormatError when fewer are left
     */
    take(count) {
        const start = this.position;
        this.skip(count);
        return this.bytes.subarray(start, start + count);
    }
    /**
     * Reads a name: its length in bytes, then UTF-8.
     *
     * @returns the name; damaged UTF-8 becomes replacement characters
     * @throws WasmFormatError when it is cut off
     */
    name() {
        return TEXT.decode(this.take(this.u32()));
    }
    /**
     * Reads a length and then so many items.
     *
     * @param read - reads one item; is given its index
     * @returns the items in order
     * @throws WasmFormatError when so many items cannot fit
     */
    vector(read) {
        const at = this.position;
        const count = this.u32();
        if (count > this.end - this.position)
            throw new WasmFormatError(`a list of ${count} items does not fit`, at);
        const items = [];
        for (let index = 0; index < count; index += 1)
            items.push(read(index));
        return items;
    }
    /**
     * Makes the error of a failure at the current offset.
     *
     * @param problem - what is wrong
     * @returns the error, to be thrown by the caller
     */
    fail(problem) {
        return new WasmFormatError(problem, this.position);
    }
}


/***/ }),

/***/ 5790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  wn: () => (/* binding */ SECTION),
  t9: () => (/* binding */ SECTION_ORDER),
  jn: () => (/* binding */ readSections)
});

;// CONCATENATED MODULE: ./lib/wasm/header.js
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const HEADER_BYTES = 8;
const MODULE_VERSION = 1;
const COMPONENT_VERSION = 0x0d;
const COMPONENT_LAYER = 1;
/**
 * Tells a core module from a Component Model binary and from anything else by its header.
 *
 * @param bytes - the file's bytes; only the first eight are read
 * @returns kind, version and a sentence; an unknown version or layer is `not-wasm` and named
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
function readHeader(bytes) {
    const length = Math.min(bytes.length, MAGIC.length);
    for (let index = 0; index < length; index += 1) {
        if (bytes[index] !== MAGIC[index])
            return unknown("no WebAssembly binary (it does not begin with \\0asm)", null);
    }
    if (bytes.length < HEADER_BYTES) {
        return {
            kind: "truncated",
            version: null,
            description: `truncated: ${bytes.length} bytes, a header has ${HEADER_BYTES}`,
        };
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
    const version = view.getUint16(4, true);
    const layer = view.getUint16(6, true);
    if (layer === 0 && version === MODULE_VERSION)
        return { kind: "module", version, description: "a core WebAssembly module" };
    if (layer === COMPONENT_LAYER && version === COMPONENT_VERSION) {
        return { kind: "component", version, description: "a Component Model binary" };
    }
    return unknown(`WebAssembly of an unknown version (layer ${layer}, version ${version})`, version);
}
function unknown(description, version) {
    return { kind: "not-wasm", version, description };
}

// EXTERNAL MODULE: ./lib/wasm/reader.js
var wasm_reader = __nccwpck_require__(393);
;// CONCATENATED MODULE: ./lib/wasm/sections.js


/** Ids of the sections of a core module. */
const SECTION = {
    custom: 0,
    type: 1,
    import: 2,
    function: 3,
    table: 4,
    memory: 5,
    global: 6,
    export: 7,
    start: 8,
    element: 9,
    code: 10,
    data: 11,
    dataCount: 12,
    tag: 13,
};
/** Section ids in the order in which a module holds them. */
const SECTION_ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
const NAMES = [
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data_count",
    "tag",
];
/**
 * Lists the sections of a core module.
 *
 * @param bytes - the module
 * @returns sections in file order; their bytes and the 8 of the header add up to the file
 * @throws WasmFormatError when the bytes are no core module or a section overruns the file
 */
function readSections(bytes) {
    const header = readHeader(bytes);
    if (header.kind !== "module")
        throw new wasm_reader/* WasmFormatError */.K(`expected a core module, got ${header.description}`, 0);
    const reader = new wasm_reader/* ByteReader */.k(bytes, 8);
    const sections = [];
    while (!reader.done)
        sections.push(readSection(reader));
    return sections;
}
function readSection(reader) {
    const start = reader.position;
    const id = reader.u8();
    const size = reader.u32();
    const end = reader.position + size;
    if (end > reader.end)
        throw new wasm_reader/* WasmFormatError */.K(`section ${id} of ${size} bytes overruns the file`, start);
    const known = NAMES[id];
    if (known === undefined)
        throw new wasm_reader/* WasmFormatError */.K(`unknown section id ${id}`, start);
    const inner = new wasm_reader/* ByteReader */.k(reader.bytes, reader.position, end);
    const name = id === SECTION.custom ? `custom:${inner.name()}` : known;
    reader.skip(size);
    return { name, id, start, contentStart: inner.position, end, bytes: end - start };
}


/***/ }),

/***/ 3912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ categorizeTrap),
/* harmony export */   Ns: () => (/* binding */ FUEL_EXHAUSTED)
/* harmony export */ });
/* unused harmony exports WASMTIME_TRAPS, FIRST_RENUMBERED_TRAP, trapOfCode, trapCodeOfWords, trapOfWords, NativeTrap */
/** Message of the error that instrumented code is reported with when its budget is spent. */
const FUEL_EXHAUSTED = "fuel exhausted";
/** Traps of Wasmtime (names of its `Trap` enumeration) that each category stands for; more than one where V8 uses one message. */
const WASMTIME_TRAPS = {
    unreachable: ["UnreachableCodeReached"],
    "divide by zero": ["IntegerDivisionByZero"],
    "integer overflow": ["IntegerOverflow"],
    "float unrepresentable": ["IntegerOverflow", "BadConversionToInteger"],
    "memory out of bounds": ["MemoryOutOfBounds"],
    "table out of bounds": ["TableOutOfBounds"],
    "null or mismatched function": ["IndirectCallToNull", "BadSignature"],
    "null reference": ["NullReference"],
    "illegal cast": ["CastFailure"],
    "array out of bounds": ["ArrayOutOfBounds"],
    "array too large": ["AllocationTooLarge"],
    "unaligned atomic": ["HeapMisaligned"],
    "atomic wait not allowed": ["AtomicWaitNonSharedMemory"],
    "stack exhausted": ["StackOverflow"],
    "uncaught exception": [],
    "fuel exhausted": ["OutOfFuel"],
    "other trap": [],
};
/** What stands before Wasmtime's words for a trap. */
const WASMTIME_PREFIX = "wasm trap: ";
/** Wasmtime's words, which the JavaScript of a transpiled component puts in the place of the engine's. */
const WASMTIME_WORDS = [
    ["wasm `unreachable` instruction executed", "unreachable"],
    ["integer divide by zero", "divide by zero"],
    ["integer overflow", "integer overflow"],
    ["invalid conversion to integer", "float unrepresentable"],
    ["out of bounds memory access", "memory out of bounds"],
    ["undefined element: out of bounds table access", "table out of bounds"],
    ["uninitialized element", "null or mismatched function"],
    ["indirect call type mismatch", "null or mismatched function"],
    ["null reference", "null reference"],
    ["cast failure", "illegal cast"],
    ["out of bounds array access", "array out of bounds"],
    ["allocation size too large", "array too large"],
    ["unaligned atomic", "unaligned atomic"],
    ["atomic wait on non-shared memory", "atomic wait not allowed"],
    ["call stack exhausted", "stack exhausted"],
    ["all fuel consumed by WebAssembly", "fuel exhausted"],
];
const MESSAGES = new Map([
    ...WASMTIME_WORDS.map(([words, category]) => [`${WASMTIME_PREFIX}${words}`, category]),
    ["unreachable", "unreachable"],
    ["divide by zero", "divide by zero"],
    ["remainder by zero", "divide by zero"],
    ["divide result unrepresentable", "integer overflow"],
    ["float unrepresentable in integer range", "float unrepresentable"],
    ["memory access out of bounds", "memory out of bounds"],
    ["data segment out of bounds", "memory out of bounds"],
    ["table index is out of bounds", "table out of bounds"],
    ["table access out of bounds", "table out of bounds"],
    ["table or element segment out of bounds", "table out of bounds"],
    ["element segment out of bounds", "table out of bounds"],
    ["null function or function signature mismatch", "null or mismatched function"],
    ["dereferencing a null pointer", "null reference"],
    ["rethrowing null value", "null reference"],
    ["illegal cast", "illegal cast"],
    ["array element access out of bounds", "array out of bounds"],
    ["requested new array is too large", "array too large"],
    ["operation does not support unaligned accesses", "unaligned atomic"],
    ["Atomics.wait cannot be called in this context", "atomic wait not allowed"],
    [FUEL_EXHAUSTED, "fuel exhausted"],
]);
const STACK_EXHAUSTED = "Maximum call stack size exceeded";
/** Wrapped errors that are looked into. */
const DEEPEST_CAUSE = 4;
const SEGMENT = /(data|element|table)[^:]* is out of bounds/;
/** Stands for what a guest throws and nobody catches: the engine has no code for it, and its codes end at 255. */
const THROWN = 256;
/**
 * Codes of Wasmtime's traps as versions from 42 on number them (`wasmtime_trap_code_t`), with what they are called and how
 * they are sorted. Those below {@link FIRST_RENUMBERED_TRAP} are the same from 14 on.
 */
const TRAP_CODES = new Map([
    [0, { text: "call stack exhausted", category: "stack exhausted" }],
    [1, { text: "out of bounds memory access", category: "memory out of bounds" }],
    [2, { text: "unaligned atomic", category: "unaligned atomic" }],
    [3, { text: "undefined element: out of bounds table access", category: "table out of bounds" }],
    [4, { text: "uninitialized element", category: "null or mismatched function" }],
    [5, { text: "indirect call type mismatch", category: "null or mismatched function" }],
    [6, { text: "integer overflow", category: "integer overflow" }],
    [7, { text: "integer divide by zero", category: "divide by zero" }],
    [8, { text: "invalid conversion to integer", category: "float unrepresentable" }],
    [9, { text: "unreachable instruction executed", category: "unreachable" }],
    [11, { text: "all fuel consumed", category: "fuel exhausted" }],
    [12, { text: "atomic wait on non-shared memory", category: "atomic wait not allowed" }],
    [13, { text: "null reference", category: "null reference" }],
    [14, { text: "out of bounds array access", category: "array out of bounds" }],
    [15, { text: "allocation size too large", category: "array too large" }],
    [16, { text: "cast failure", category: "illegal cast" }],
    [THROWN, { text: "thrown Wasm exception", category: "uncaught exception" }],
]);
/**
 * The first code that means another trap in another version: from 34 to 41 a trap of component adapters had this one, and
 * all behind it had one more than now; versions before 34 have no number for most of them.
 */
const FIRST_RENUMBERED_TRAP = 11;
/**
 * Tells what a trap of Wasmtime is by its code.
 *
 * @param code - `wasmtime_trap_code_t`
 * @returns its name and category; null for a code of no core instruction, whose message the engine tells
 */
function trapOfCode(code) {
    return TRAP_CODES.get(code) ?? null;
}
/** As versions before 27 call the null reference of one type. */
const OLDER_WORDS = [
    ["null i31 reference", 13],
];
const CODES_OF_WORDS = [
    ...[...TRAP_CODES].map(([code, { text }]) => [text, code]),
    ...OLDER_WORDS,
];
/**
 * Finds the code of a trap by its message, whose words stay when codes are numbered anew.
 *
 * @param message - as Wasmtime tells it, such as ``wasm trap: wasm `unreachable` instruction executed``
 * @returns `wasmtime_trap_code_t` as versions from 42 on number it, or what stands for an exception that nobody caught; null for
 *   words of no trap of core code
 */
function trapCodeOfWords(message) {
    if (message === TRAP_CODES.get(THROWN)?.text)
        return THROWN;
    if (!message.startsWith(WASMTIME_PREFIX))
        return null;
    const words = message
        .slice(WASMTIME_PREFIX.length)
        .replaceAll("`", "")
        .replace(/^wasm /, "");
    return CODES_OF_WORDS.find(([text]) => words.startsWith(text))?.[1] ?? null;
}
/** Words of a trap wherever an error stands in the engine's own: it ends with them, or they stand on a line of their own. */
const IN_WORDS = new RegExp(`${WASMTIME_PREFIX}(.+)`);
/**
 * Tells what a trap of Wasmtime is by its words: an error of a component has no code that the C API would tell.
 *
 * @param words - the engine's words for an error, causes included
 * @returns the words of the trap alone and its code, null for one of no core instruction; null for what is no trap
 */
function trapOfWords(words) {
    const found = IN_WORDS.exec(words)?.[1];
    if (found === undefined)
        return null;
    const code = trapCodeOfWords(WASMTIME_PREFIX + found);
    return { message: `${WASMTIME_PREFIX}${trapOfCode(code ?? -1)?.text ?? found}`, code };
}
/** The error of a trap that a native engine raised: its code stands beside its message. */
class NativeTrap extends WebAssembly.RuntimeError {
    /** `wasmtime_trap_code_t`; null for a trap without one. */
    trapCode;
    constructor(message, trapCode) {
        super(message);
        this.trapCode = trapCode;
    }
}
/** Programs of their own have classes of their own: a native trap is known by what it holds. */
function codeOf(error) {
    return error.trapCode;
}
/**
 * Tells why a guest trapped. The common case is one look-up by message.
 *
 * @param error - whatever a call or an instantiation threw
 * @returns the category; null when it is no trap: errors of the boundary (TypeError), of linking, of compiling, and of the host
 * @see docs/measurement.md#crash-handling
 */
function categorizeTrap(error) {
    if (error instanceof WebAssembly.RuntimeError) {
        const code = codeOf(error);
        if (code !== undefined)
            return categoryOfCode(code);
        return MESSAGES.get(error.message) ?? categorizeRest(error, DEEPEST_CAUSE);
    }
    if (error instanceof RangeError)
        return error.message === STACK_EXHAUSTED ? "stack exhausted" : null;
    return error instanceof WebAssembly.Exception ? "uncaught exception" : null;
}
function categoryOfCode(code) {
    return (code === null ? undefined : TRAP_CODES.get(code)?.category) ?? "other trap";
}
/** An error that only wraps another is what that is; causes may go round in circles. */
function categorizeRest({ message, cause }, depth) {
    const segment = SEGMENT.exec(message)?.[1];
    if (segment !== undefined)
        return segment === "data" ? "memory out of bounds" : "table out of bounds";
    if (!(cause instanceof WebAssembly.RuntimeError) || depth === 0)
        return "other trap";
    return MESSAGES.get(cause.message) ?? categorizeRest(cause, depth - 1);
}


/***/ }),

/***/ 9809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ withNonce),
/* harmony export */   Iq: () => (/* binding */ rewriteNonce),
/* harmony export */   TQ: () => (/* binding */ prepareUnique)
/* harmony export */ });
/* harmony import */ var _encoder_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4396);

/** Name of the custom section that makes bytes unique. */
const NONCE_SECTION = "wasm-bench.nonce";
const NONCE_BYTES = 8;
/**
 * Appends a custom section, so that the engine cannot share code compiled from other bytes of the same module.
 *
 * @param bytes - the module; not modified
 * @param nonce - bytes of the nonce, or a non-negative integer below 2^53 written as 8 bytes
 * @returns the module with the section: valid exactly when the module is, equal in behaviour
 * @see docs/measurement.md#ground-rules
 */
function withNonce(bytes, nonce) {
    const content = new _encoder_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteWriter */ .U7(64).name(NONCE_SECTION);
    content.raw(typeof nonce === "number" ? new Uint8Array(NONCE_BYTES) : nonce);
    const writer = new _encoder_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteWriter */ .U7(bytes.length + content.length + 8).raw(bytes);
    const unique = writer.u8(0).sized(content).bytes();
    if (typeof nonce === "number")
        rewriteNonce({ bytes: unique, offset: unique.length - NONCE_BYTES }, nonce);
    return unique;
}
/**
 * Prepares a module whose nonce is rewritten in place: no allocation between two compilations.
 *
 * @param bytes - the module; copied, not modified
 * @returns the copy with a nonce section of 8 zero bytes, and where they are
 */
function prepareUnique(bytes) {
    const unique = withNonce(bytes, 0);
    return { bytes: unique, offset: unique.length - NONCE_BYTES };
}
/**
 * Gives a prepared module another nonce in place.
 *
 * @param module - from {@link prepareUnique}; its bytes are changed
 * @param nonce - an integer in [0, 2^53), different for every compilation
 * @returns the same bytes
 */
function rewriteNonce(module, nonce) {
    const { bytes, offset } = module;
    let rest = nonce;
    for (let index = 0; index < NONCE_BYTES; index += 1) {
        bytes[offset + index] = rest % 256;
        rest = Math.floor(rest / 256);
    }
    return bytes;
}


/***/ }),

/***/ 6157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ skipValueType),
/* harmony export */   XI: () => (/* binding */ readFieldType),
/* harmony export */   h1: () => (/* binding */ readHeapType),
/* harmony export */   mJ: () => (/* binding */ readValueType)
/* harmony export */ });
const NUMERIC = new Map([
    [0x7f, "i32"],
    [0x7e, "i64"],
    [0x7d, "f32"],
    [0x7c, "f64"],
    [0x7b, "v128"],
]);
const PACKED = new Map([
    [0x78, "i8"],
    [0x77, "i16"],
]);
const HEAP = new Map([
    [0x74, "noexn"],
    [0x73, "nofunc"],
    [0x72, "noextern"],
    [0x71, "none"],
    [0x70, "func"],
    [0x6f, "extern"],
    [0x6e, "any"],
    [0x6d, "eq"],
    [0x6c, "i31"],
    [0x6b, "struct"],
    [0x6a, "array"],
    [0x69, "exn"],
]);
const SHORT = new Map([
    ["none", "nullref"],
    ["nofunc", "nullfuncref"],
    ["noextern", "nullexternref"],
    ["noexn", "nullexnref"],
]);
const REF = 0x64;
const REF_NULL = 0x63;
/**
 * Reads a value type.
 *
 * @param reader - positioned at the type
 * @returns its name in the text format, such as `i32`, `funcref` or `(ref null 3)`
 * @throws WasmFormatError when the type is unknown
 */
function readValueType(reader) {
    const byte = reader.u8();
    const numeric = NUMERIC.get(byte);
    if (numeric !== undefined)
        return numeric;
    const heap = HEAP.get(byte);
    if (heap !== undefined)
        return SHORT.get(heap) ?? `${heap}ref`;
    if (byte === REF)
        return `(ref ${readHeapType(reader)})`;
    if (byte === REF_NULL)
        return `(ref null ${readHeapType(reader)})`;
    reader.position -= 1;
    throw reader.fail(`unknown value type 0x${byte.toString(16)}`);
}
/**
 * Reads the type of a structure's field or an array's element with its mutability.
 *
 * @param reader - positioned at the field type
 * @returns its name in the text format, such as `i8` or `(mut i32)`
 * @throws WasmFormatError when the type is unknown
 */
function readFieldType(reader) {
    const packed = PACKED.get(reader.peek());
    if (packed !== undefined)
        reader.u8();
    const name = packed ?? readValueType(reader);
    return reader.u8() === 1 ? `(mut ${name})` : name;
}
/**
 * Steps over a value type.
 *
 * @param reader - positioned at the type
 * @returns nothing; the reader stands after the type
 * @throws WasmFormatError when the type is unknown
 */
function skipValueType(reader) {
    const byte = reader.u8();
    if (byte === REF || byte === REF_NULL) {
        readHeapType(reader);
        return;
    }
    if (NUMERIC.has(byte) || HEAP.has(byte))
        return;
    reader.position -= 1;
    throw reader.fail(`unknown value type 0x${byte.toString(16)}`);
}
/**
 * Reads a heap type.
 *
 * @param reader - positioned at the type
 * @returns its name in the text format or a type index
 * @throws WasmFormatError when the type is unknown
 */
function readHeapType(reader) {
    const at = reader.position;
    const code = reader.s33();
    if (code >= 0)
        return String(code);
    const name = HEAP.get(code & 0x7f);
    if (name !== undefined && code >= -64)
        return name;
    reader.position = at;
    throw reader.fail("unknown heap type");
}


/***/ }),

/***/ 5483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ walkOperators)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3675);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(393);
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6157);



/**
 * Goes over the operators of a function body.
 *
 * @param bytes - the module
 * @param body - where the body is in it
 * @param visit - told of every operator in order
 * @returns offset of the first operator
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
function walkOperators(bytes, body, visit) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ByteReader */ .k(bytes, body.start, body.end);
    for (let groups = reader.u32(); groups > 0; groups -= 1) {
        reader.u32();
        (0,_value_types_js__WEBPACK_IMPORTED_MODULE_2__/* .skipValueType */ .$2)(reader);
    }
    const first = reader.position;
    while (!reader.done) {
        const place = (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readOperator */ .Tp)(reader);
        const start = reader.position;
        (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .skipImmediates */ .ai)(reader, place);
        const end = reader.position;
        reader.position = start;
        visit(place, reader, end);
        reader.position = end;
    }
    return first;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3409);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
