import { Component, computed, input } from '@angular/core';

import type { ConfigProblem } from '../../config/config-failure';
import { mistakeWords, problemWords, purposeOf } from './config-problem-words';
import { jsonPlaces, type Place } from './json-places';
import { exampleOf } from './setting-examples';

/** How many lines are shown before the one in which something is wrong. */
const linesBefore = 2;

/** Everything that is wrong with the configuration file: in words, where it stands, and how it is right. */
@Component({
  selector: 'app-config-problems',
  template: `
    <ol>
      @for (problem of problems(); track $index) {
        <li class="card" [attr.data-problem]="problem.path || 'file'">
          <h2>{{ problem.words }}</h2>
          @if (problem.purpose; as purpose) {
            <p>{{ purpose }}</p>
          }
          <p class="place">
            @if (problem.path) {
              <code>{{ problem.path }}</code>
            }
            @if (problem.place; as place) {
              <span i18n>Line {{ place.line }} of config.json</span>
            }
          </p>
          @if (problem.excerpt.length > 0) {
            <div class="excerpt">
              @for (line of problem.excerpt; track line.number) {
                <code class="line" [class.wrong]="line.isWrong"
                  ><span class="number">{{ line.number }}</span
                  >{{ line.text }}</code
                >
              }
            </div>
          }
          @if (problem.example; as example) {
            <p class="like" i18n>This is how it can look:</p>
            <pre><code>{{ example }}</code></pre>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './config-problems.scss',
})
export class ConfigProblems {
  readonly found = input.required<readonly ConfigProblem[]>();
  /** The file. */
  readonly text = input.required<string>();

  readonly #read = computed(() => jsonPlaces(this.text()));
  protected readonly problems = computed(() => this.found().map((problem) => this.#shown(problem)));

  #shown(problem: ConfigProblem) {
    const { places, mistake } = this.#read();
    const { path, kind } = problem;
    const isBroken = kind === 'notJson';
    // What is missing is missing in something that is there.
    const place = isBroken ? mistake?.at : (places.get(path) ?? places.get(parentOf(path)));

    return {
      path,
      place: path !== '' || isBroken ? place : undefined,
      words: problemWords(problem),
      purpose: isBroken && mistake ? mistakeWords(mistake.why) : purposeOf(path),
      excerpt: isBroken && place ? this.#linesAround(place) : [],
      example: isBroken ? undefined : exampleOf(path),
    };
  }

  #linesAround({ line }: Place) {
    const first = Math.max(1, line - linesBefore);

    return this.text()
      .split('\n')
      .slice(first - 1, line)
      .map((text, index) => ({
        ...{ number: first + index, text: text.trimEnd().slice(0, 120) },
        isWrong: first + index === line,
      }));
  }
}

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');
